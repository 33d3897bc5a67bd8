package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@DisplayName("案卷日志：只增不改，逐条相连")
class JournalTest {
    private static final OfficerId CLERK = new OfficerId("intake");

    @Autowired
    CaseFile cases;

    @Autowired
    Journal journal;

    @Autowired
    EngineGateway gateway;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itTellsWhoDidWhatWhen() {
        Time.is("2026-03-02");
        PetitionId id = draft();
        write(id, JournalKind.FORWARDED, Map.of("receivingOrgan", "binjiangHousingBureau"), "属于住建职责");

        List<JournalEntry> entries = journal.of(id);

        assertThat(entries).hasSize(2);
        JournalEntry last = entries.get(1);
        assertThat(last.seq()).isEqualTo(2);
        assertThat(last.at()).isEqualTo(Time.now());
        assertThat(last.actor()).isEqualTo(CLERK);
        assertThat(last.facts()).containsExactly(Map.entry("receivingOrgan", "binjiangHousingBureau"));
        assertThat(last.typed()).contains("属于住建职责");
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.FORWARDED);
        assertThat(journal.intact(id)).isTrue();
    }

    @Test
    void itBelongsToTheTransactionOfWhatItTells() {
        PetitionId id = draft();

        assertThatThrownBy(() -> gateway.as(CLERK, () -> journal.write(id, JournalKind.VIEWED, Map.of())))
                .isInstanceOf(IllegalTransactionStateException.class);
        tx.executeWithoutResult(rolledBack -> {
            gateway.as(CLERK, () -> journal.write(id, JournalKind.VIEWED, Map.of()));
            rolledBack.setRollbackOnly();
        });

        assertThat(journal.of(id)).hasSize(1);
        assertThat(journal.intact(id)).isTrue();
    }

    @Test
    void whatOneTransactionEntersIsInOrderForItselfAndForOthers() {
        PetitionId id = draft();
        PetitionId other = draft();

        gateway.as(
                CLERK,
                () -> tx.executeWithoutResult(step -> {
                    journal.write(id, JournalKind.FORWARDED, Map.of("organ", "a"), Optional.of("一"));
                    journal.write(other, JournalKind.VIEWED, Map.of());
                    journal.write(id, JournalKind.SIGNED_IN, Map.of("organ", "b"));
                    assertThat(cases.get(id).state()).isEqualTo(PetitionState.SIGNED_IN);
                    assertThat(cases.lock(id).state()).isEqualTo(PetitionState.SIGNED_IN);
                    assertThat(journal.of(id)).extracting(JournalEntry::seq).containsExactly(1, 2, 3);
                    journal.write(id, JournalKind.ENDED, Map.of());
                    journal.write(id, JournalKind.ACCEPTED, Map.of(), Optional.of("二"));
                    assertThat(cases.lock(id).state()).isEqualTo(PetitionState.ENDED);
                }));

        assertThat(journal.of(id))
                .extracting(JournalEntry::kind)
                .containsExactly(
                        JournalKind.OPENED,
                        JournalKind.FORWARDED,
                        JournalKind.SIGNED_IN,
                        JournalKind.ENDED,
                        JournalKind.ACCEPTED);
        assertThat(journal.of(id))
                .extracting(JournalEntry::typed)
                .containsExactly(
                        Optional.empty(), Optional.of("一"), Optional.empty(), Optional.empty(), Optional.of("二"));
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.ENDED);
        assertThat(journal.of(other)).hasSize(2);
        assertThat(journal.intact(id)).isTrue();
        assertThat(journal.intact(other)).isTrue();
    }

    @Test
    void anEntryForNoPetitionEndsTheTransactionThatMadeIt() {
        PetitionId id = draft();
        PetitionId nobodys = new PetitionId("3201002026010101999999");

        assertThatThrownBy(() -> gateway.as(
                        CLERK,
                        () -> tx.executeWithoutResult(step -> {
                            journal.write(id, JournalKind.VIEWED, Map.of());
                            journal.write(nobodys, JournalKind.VIEWED, Map.of());
                        })))
                .isInstanceOf(NoSuchPetition.class);

        assertThat(journal.of(id)).hasSize(1);
    }

    @Test
    void nobodyWritesInNobodysName() {
        PetitionId id = draft();

        assertThatThrownBy(() -> tx.executeWithoutResult(t -> journal.write(id, JournalKind.VIEWED, Map.of())))
                .hasMessageContaining("no person acts");
    }

    @Test
    void itsRowsAreNeitherChangedNorDeleted() {
        PetitionId id = draft();

        assertThatThrownBy(() -> jdbc.sql("update casefile.journal set actor = 'head' where petition = :id")
                        .param("id", id.value())
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from casefile.journal where petition = :id")
                        .param("id", id.value())
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() ->
                        jdbc.sql("update casefile.journal_text set typed = 'x'").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void tamperingPastTheTriggersIsSeen() {
        PetitionId changed = withThreeEntries();
        PetitionId cut = withThreeEntries();
        PetitionId gap = withThreeEntries();
        PetitionId rewritten = withThreeEntries();
        PetitionId untouched = withThreeEntries();

        behindTheTriggers("update casefile.journal set actor = 'head' where petition = :id and seq = 2", changed);
        behindTheTriggers("delete from casefile.journal_text where petition = :id and seq = 3", cut);
        behindTheTriggers("delete from casefile.journal where petition = :id and seq = 3", cut);
        behindTheTriggers("delete from casefile.journal_text where petition = :id and seq = 2", gap);
        behindTheTriggers("delete from casefile.journal where petition = :id and seq = 2", gap);
        behindTheTriggers("update casefile.journal_text set typed = '别的话' where petition = :id and seq = 2", rewritten);

        assertThat(journal.intact(changed)).isFalse();
        assertThat(journal.intact(cut)).isFalse();
        assertThat(journal.intact(gap)).isFalse();
        assertThat(journal.intact(rewritten)).isFalse();
        assertThat(journal.intact(untouched)).isTrue();
    }

    @Test
    @DisplayName("个人信息保护法第四十七条：清除文字不断链")
    void erasingATextKeepsTheChain() {
        PetitionId id = withThreeEntries();

        gateway.as(CLERK, () -> journal.erase(id, 2));

        List<JournalEntry> entries = journal.of(id);
        assertThat(entries.get(1).typed()).isEmpty();
        assertThat(entries.get(2).typed()).contains("话2");
        assertThat(entries.get(3).kind()).isEqualTo(JournalKind.TEXT_ERASED);
        assertThat(journal.intact(id)).isTrue();
        assertThat(jdbc.sql("select count(*) from casefile.journal_text where typed = '话1' and petition = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void writersAtTheSameTimeLineUp() throws Exception {
        PetitionId id = draft();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                work.add(() -> {
                    write(id, JournalKind.VIEWED, Map.of(), "");
                    return true;
                });
            }
            for (Future<Boolean> written : writers.invokeAll(work)) {
                assertThat(written.get()).isTrue();
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(journal.of(id)).hasSize(41).extracting(JournalEntry::seq).doesNotHaveDuplicates();
        assertThat(journal.intact(id)).isTrue();
    }

    @Test
    void factsAreShortAndVisible() {
        PetitionId id = draft();

        assertThatThrownBy(() -> write(id, JournalKind.VIEWED, Map.of("organ", "a\u0000b"), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(id, JournalKind.VIEWED, Map.of("organ", "长".repeat(201)), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(id, JournalKind.VIEWED, Map.of(), "a\u0000b"))
                .hasMessage("【查看案卷】含有无法显示的控制字符，请删除后重新填写。");
    }

    @Test
    void anEndedPetitionStaysEnded() {
        PetitionId id = draft();
        write(id, JournalKind.ENDED, Map.of(), "");
        write(id, JournalKind.ACCEPTED, Map.of(), "");

        assertThat(cases.get(id).state()).isEqualTo(PetitionState.ENDED);
    }

    private PetitionId draft() {
        return cases.open(Channel.LETTER, new OrganId("cityPetitionBureau"), CLERK);
    }

    private PetitionId withThreeEntries() {
        PetitionId id = draft();
        write(id, JournalKind.FORWARDED, Map.of("organ", "binjiangHousingBureau"), "话1");
        write(id, JournalKind.SIGNED_IN, Map.of("organ", "binjiangHousingBureau"), "话2");
        return id;
    }

    private void write(PetitionId id, JournalKind kind, Map<String, String> facts, String typed) {
        gateway.as(CLERK, () -> tx.executeWithoutResult(t -> journal.write(id, kind, facts, Optional.of(typed))));
    }

    private void behindTheTriggers(String sql, PetitionId id) {
        tx.executeWithoutResult(t -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).param("id", id.value()).update();
        });
    }
}
