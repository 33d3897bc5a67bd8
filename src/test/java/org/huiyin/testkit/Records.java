package org.huiyin.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is on record of a petition, looked up in one word; an error when it is not there. */
@Component
public class Records {
    private final Deadlines deadlines;
    private final Papers papers;
    private final Journal journal;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    Records(Deadlines deadlines, Papers papers, Journal journal, RuntimeService runtime, JdbcClient jdbc) {
        this.deadlines = deadlines;
        this.papers = papers;
        this.journal = journal;
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    public Clock clock(PetitionId id, ClockKind kind) {
        return deadlines.find(id, kind).orElseThrow(() -> new AssertionError(id + " has no clock " + kind));
    }

    public boolean hasClock(PetitionId id, ClockKind kind) {
        return deadlines.find(id, kind).isPresent();
    }

    public Paper paper(PetitionId id, PaperKind kind) {
        return papers.latest(id, kind).orElseThrow(() -> new AssertionError(id + " has no " + kind));
    }

    public boolean hasPaper(PetitionId id, PaperKind kind) {
        return papers.latest(id, kind).isPresent();
    }

    /** What the latest paper of the kind says. */
    public String printed(PetitionId id, PaperKind kind) {
        return papers.html(paper(id, kind).id());
    }

    public List<JournalKind> journal(PetitionId id) {
        return journal.of(id).stream().map(JournalEntry::kind).toList();
    }

    /** The first entry of the kind. */
    public JournalEntry entry(PetitionId id, JournalKind kind) {
        return journal.of(id).stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " has no entry " + kind));
    }

    /** Rows by table: a step that was refused has added none. */
    public Map<String, Long> rows() {
        return Stream.of("casefile.journal", "casefile.content", "deadline.clock", "notice.paper", "act_ru_execution")
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
    }

    /** Whether no instance of the process is left of the petition. */
    public boolean isOver(PetitionId id, String process) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.value())
                        .processDefinitionKey(process)
                        .count()
                == 0;
    }
}
