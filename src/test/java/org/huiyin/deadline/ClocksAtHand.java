package org.huiyin.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of clocks begin with and look at: petitions of a day, their clocks, watches and journals. */
@Component
class ClocksAtHand {
    static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    static final OrganId REVIEWING = new OrganId("cityGovernment");
    static final OfficerId CLERK = new OfficerId("intake");
    static final OfficerId HANDLER = new OfficerId("handler");
    static final OfficerId HEAD = new OfficerId("head");
    static final OfficerId REVIEWER = new OfficerId("cityReviewer");

    private final Deadlines deadlines;
    private final CaseFile cases;
    private final Journal journal;
    private final EngineGateway gateway;
    private final RuntimeService runtime;
    private final TransactionTemplate tx;

    ClocksAtHand(
            Deadlines deadlines,
            CaseFile cases,
            Journal journal,
            EngineGateway gateway,
            RuntimeService runtime,
            TransactionTemplate tx) {
        this.deadlines = deadlines;
        this.cases = cases;
        this.journal = journal;
        this.gateway = gateway;
        this.runtime = runtime;
        this.tx = tx;
    }

    /** Opened at nine in the morning of that day, which is today from now on. */
    PetitionId petition(String day) {
        Time.is(day);
        return gateway.as(CLERK, () -> cases.open(Channel.LETTER, BUREAU, CLERK));
    }

    /** In one transaction, in the clerk's name. */
    void as(Runnable work) {
        gateway.as(CLERK, () -> tx.executeWithoutResult(status -> work.run()));
    }

    void start(PetitionId petition, ClockKind kind) {
        as(() -> deadlines.start(petition, kind, Time.now(), "转送函", HOUSING, Optional.empty()));
    }

    Clock clock(PetitionId petition, ClockKind kind) {
        return deadlines.find(petition, kind).orElseThrow();
    }

    /** The clock that started first. */
    Clock clock(PetitionId petition) {
        return deadlines.of(petition).get(0);
    }

    /** Why the clock that started first ends when it does. */
    List<String> why(PetitionId petition) {
        return deadlines.sheets(petition).get(0).explanation();
    }

    List<String> watches(PetitionId petition) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("deadlineWatch")
                .processInstanceBusinessKey(petition.value())
                .list()
                .stream()
                .map(Execution::getId)
                .toList();
    }

    /** The box of the model at which the watch stands. */
    String lamp(PetitionId petition) {
        return runtime.getActiveActivityIds(watches(petition).get(0)).get(0);
    }

    JournalEntry entry(PetitionId petition, JournalKind kind) {
        return journal.of(petition).stream()
                .filter(line -> line.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    List<JournalKind> kinds(PetitionId petition) {
        return journal.of(petition).stream().map(JournalEntry::kind).toList();
    }

    static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(Time.BEIJING).toInstant();
    }
}
