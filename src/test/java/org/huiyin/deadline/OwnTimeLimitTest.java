package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A district with a rule of its own: it reviews within twenty days and may hold that for a hearing. */
@HuiyinTest
class OwnTimeLimitTest {
    private static final OrganId NANDU = new OrganId("nanduGovernment");
    private static final OrganId CITY = new OrganId("cityGovernment");
    private static final OfficerId CLERK = new OfficerId("intake");
    private static final OfficerId REVIEWER = new OfficerId("nanduReviewer");

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Movements movements;

    @Autowired
    private RuleVersion rules;

    @Autowired
    private CaseFile cases;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TransactionTemplate tx;

    @Autowired
    private JdbcClient jdbc;

    /** The row stays, for clocks keep it; nobody else in the tests reviews in 南渡区. */
    @BeforeEach
    void theDistrictHasARowOfItsOwn() {
        tx.executeWithoutResult(status -> {
            rules.lock();
            jdbc.sql("""
                            insert into deadline.time_limit
                                (code, region, level, valid_from, name, length, unit, starts_with, law, article, basis,
                                 petitioner_window, hold_allowed, yellow_percent, yellow_working_days, red_working_days,
                                 red_percent, organ, hold_article)
                            values ('D13', '000000', 'ANY', '2026-01-01', '复查', 20, 'CALENDAR_DAY', '收到复查请求',
                                    '南渡区信访事项复查办法', '第八条', 'LOCAL', false, true, 20, 3, 0, 0, 'nanduGovernment',
                                    '南渡区信访事项复查办法第九条')
                            on conflict do nothing""").update();
            rules.raise();
        });
    }

    @Test
    @DisplayName("一个机关自己的期限规定优先，移交给别的机关不改变正在走的期限")
    void anOrgansOwnRowHoldsAndTravelsWithTheClock() {
        PetitionId petition = reviewed();
        assertThat(clock(petition).rawDue()).isEqualTo("2026-06-21");
        assertThat(deadlines.sheets(petition).get(0).article()).isEqualTo("南渡区信访事项复查办法第八条");

        as(() -> deadlines.hand(petition, ClockKind.D13, CITY, Optional.empty()));
        as(() -> movements.told(petition, ClockKind.D13, "受理通知"));

        assertThat(clock(petition).holder()).isEqualTo(CITY);
        assertThat(clock(petition).rawDue()).isEqualTo("2026-06-21");
        assertThat(deadlines.sheets(petition).get(0).explanation())
                .first()
                .isEqualTo("规则：D13 复查，20日，依据南渡区信访事项复查办法第八条（地方规定）。");
        PetitionId elsewhere = petition();
        start(elsewhere, CITY);
        assertThat(clock(elsewhere).rawDue()).isEqualTo("2026-07-01");
    }

    @Test
    void whileAClockIsHeldNoTaskIsDueByIt() {
        PetitionId petition = reviewed();
        as(() -> runtime.createProcessInstanceByKey("petitionReview")
                .businessKey(petition.value())
                .setVariables(Map.of("reviewOrgan", NANDU.value()))
                .startBeforeActivity("decideReview")
                .execute());
        assertThat(task(petition).getDueDate()).isEqualTo("2026-06-21T23:59:59");

        Time.is("2026-06-10");
        as(() -> movements.hold(petition, ClockKind.D13, "举行听证", REVIEWER));
        assertThat(task(petition).getDueDate()).isNull();

        Time.is("2026-07-10");
        as(() -> movements.release(petition, ClockKind.D13, REVIEWER));
        assertThat(task(petition).getDueDate()).isEqualTo("2026-07-21T23:59:59");
    }

    private PetitionId reviewed() {
        PetitionId petition = petition();
        start(petition, NANDU);
        return petition;
    }

    private PetitionId petition() {
        Time.is("2026-06-01");
        return gateway.as(CLERK, () -> cases.open(Channel.LETTER, CITY, CLERK));
    }

    private void start(PetitionId petition, OrganId holder) {
        as(() -> deadlines.start(petition, ClockKind.D13, Time.now(), "复查申请", holder, Optional.empty()));
    }

    private void as(Runnable work) {
        gateway.as(CLERK, () -> tx.executeWithoutResult(status -> work.run()));
    }

    private Clock clock(PetitionId petition) {
        return deadlines.find(petition, ClockKind.D13).orElseThrow();
    }

    private Task task(PetitionId petition) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(petition.value())
                .singleResult();
    }
}
