package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.Registered;
import org.huiyin.casefile.Registration;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@CoversAllPathsOf("petitionImport")
class PetitionImportProcessTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OfficerId CLERK = new OfficerId("intake");

    @Autowired
    Imports imports;

    @Autowired
    EngineGateway gateway;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Deadlines deadlines;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("批量导入：先登记，流程在后台每批一百件启动")
    void livesBeginBehindTheRegistrationInBatches() {
        Time.is("2026-03-10");
        String id = newImport();
        List<Registered> rows = imported(id, rows(id, Imports.BATCH + 1));
        gateway.as(CLERK, () -> imports.start(id));
        assertThat(imports.progress(id)).isEqualTo(new ImportProgress(Imports.BATCH + 1, 0));

        runNextBatch(id);
        assertThat(imports.progress(id)).isEqualTo(new ImportProgress(Imports.BATCH + 1, Imports.BATCH));
        runNextBatch(id);

        assertThat(imports.progress(id).isDone()).isTrue();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        PetitionId last = rows.get(Imports.BATCH).petition();
        assertThat(Desk.as("dispatch").sees(last)).containsExactly("decideClass");
        assertThat(deadlines.find(last, ClockKind.D2).orElseThrow().rawDue()).isEqualTo("2026-03-17");
    }

    @Test
    @DisplayName("来源编号相同的行再次导入没有影响")
    void aRowImportedBeforeBeginsNothing() {
        String first = newImport();
        List<Registration> rows = rows(first, 2);
        List<Registered> registered = imported(first, rows);
        String second = newImport();

        List<Registered> again = imported(second, rows);

        assertThat(again)
                .extracting(Registered::petition)
                .isEqualTo(registered.stream().map(Registered::petition).toList());
        assertThat(again).allMatch(Registered::isDuplicate);
        assertThat(imports.progress(second)).isEqualTo(new ImportProgress(0, 0));
    }

    @Test
    @DisplayName("一批中断后重试，每件只启动一次")
    void aBatchThatFailedIsRepeatedAndBeginsEachLifeOnce() {
        String id = newImport();
        List<Registered> rows = imported(id, rows(id, 3));

        assertThatThrownBy(() -> gateway.asSystem(() -> transaction.executeWithoutResult(status -> {
                    imports.startBatch(id);
                    throw new IllegalStateException("the node died");
                })))
                .hasMessage("the node died");
        assertThat(imports.progress(id)).isEqualTo(new ImportProgress(3, 0));
        assertThat(gateway.asSystem(() -> imports.startBatch(id))).isTrue();
        assertThat(gateway.asSystem(() -> imports.startBatch(id))).isTrue();

        for (Registered row : rows) {
            assertThat(livesOf(row.petition())).isOne();
        }
    }

    private static String newImport() {
        return "I" + UUID.randomUUID();
    }

    private static List<Registration> rows(String importId, int count) {
        List<Registration> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(ARegistration.by(Channel.ONLINE)
                    .receivedOn("2026-03-02")
                    .sourceRef(importId + "-" + i)
                    .build());
        }
        return rows;
    }

    private List<Registered> imported(String importId, List<Registration> rows) {
        return gateway.as(CLERK, () -> imports.registerAll(importId, rows, BUREAU, CLERK));
    }

    private void runNextBatch(String importId) {
        String job = management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(importId)
                        .singleResult()
                        .getId())
                .singleResult()
                .getId();
        gateway.asSystem(() -> management.executeJob(job));
    }

    private long livesOf(PetitionId petition) {
        return jdbc.sql("""
                        select count(*) from act_hi_procinst
                        where business_key_ = :petition and proc_def_key_ = 'petitionLifecycle'""")
                .param("petition", petition.value())
                .query(Long.class)
                .single();
    }
}
