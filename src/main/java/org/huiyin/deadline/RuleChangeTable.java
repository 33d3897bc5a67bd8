package org.huiyin.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.deadline.RuleChange.Entry;
import org.huiyin.kernel.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposed changes of rules, and what was done to each; the entries are append-only. */
@Repository
class RuleChangeTable {
    private static final String SELECT = """
            select id, subject, title, state, proposed_by, proposed_at, reason, moved, kept
            from deadline.rule_change
            """;

    private final JdbcClient jdbc;

    RuleChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(RuleSubject subject, String title, String content, OfficerId by, Instant at, String reason) {
        long id = jdbc.sql("""
                        insert into deadline.rule_change (subject, title, content, state, proposed_by, proposed_at, reason)
                        values (:subject, :title, cast(:content as json), 'PROPOSED', :by, :at, :reason)
                        returning id""")
                .param("subject", subject.name())
                .param("title", title)
                .param("content", content)
                .param("by", by.value())
                .param("at", stamp(at))
                .param("reason", reason)
                .query(Long.class)
                .single();
        append(id, new Entry(at, by, RuleChangeState.PROPOSED, reason));
        return id;
    }

    /** The newest first. */
    List<RuleChange> newest(int most) {
        Map<Long, List<Entry>> entries = entries("select id from deadline.rule_change order by id desc limit " + most);
        return jdbc.sql(SELECT + "order by id desc limit :most")
                .param("most", most)
                .query((rs, row) -> change(rs, entries.getOrDefault(rs.getLong("id"), List.of())))
                .list();
    }

    Optional<RuleChange> find(long id) {
        Map<Long, List<Entry>> entries = entries(String.valueOf(id));
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((rs, row) -> change(rs, entries.getOrDefault(id, List.of())))
                .optional();
    }

    /** As {@link #find}; nobody else changes its state until this transaction ends. */
    Optional<RuleChange> lock(long id) {
        jdbc.sql("select id from deadline.rule_change where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(id);
    }

    String content(long id) {
        return jdbc.sql("select content from deadline.rule_change where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    void become(long id, Entry entry) {
        jdbc.sql("update deadline.rule_change set state = :state where id = :id")
                .param("state", entry.act().name())
                .param("id", id)
                .update();
        append(id, entry);
    }

    /** How far the running clocks have been counted anew. */
    long recountedTo(long id) {
        return jdbc.sql("select recounted_to from deadline.rule_change where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    void recounted(long id, long to, int moved, int kept) {
        jdbc.sql("""
                        update deadline.rule_change
                        set recounted_to = :to, moved = moved + :moved, kept = kept + :kept
                        where id = :id""")
                .param("to", to)
                .param("moved", moved)
                .param("kept", kept)
                .param("id", id)
                .update();
    }

    private void append(long change, Entry entry) {
        jdbc.sql("""
                        insert into deadline.rule_change_entry (change, seq, at, actor, act, note)
                        values (:change,
                            (select coalesce(max(seq), 0) + 1 from deadline.rule_change_entry where change = :change),
                            :at, :actor, :act, :note)""")
                .param("change", change)
                .param("at", stamp(entry.at()))
                .param("actor", entry.by().value())
                .param("act", entry.act().name())
                .param("note", entry.note())
                .update();
    }

    private Map<Long, List<Entry>> entries(String changes) {
        record Row(long change, Entry entry) {}
        return jdbc
                .sql("select change, at, actor, act, note from deadline.rule_change_entry where change in (" + changes
                        + ") order by change, seq")
                .query((rs, row) -> new Row(
                        rs.getLong("change"),
                        new Entry(
                                instant(rs, "at"),
                                new OfficerId(rs.getString("actor")),
                                RuleChangeState.valueOf(rs.getString("act")),
                                rs.getString("note"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::change, Collectors.mapping(Row::entry, Collectors.toList())));
    }

    private static RuleChange change(ResultSet rs, List<Entry> log) throws SQLException {
        return new RuleChange(
                rs.getLong("id"),
                RuleSubject.valueOf(rs.getString("subject")),
                rs.getString("title"),
                RuleChangeState.valueOf(rs.getString("state")),
                new OfficerId(rs.getString("proposed_by")),
                instant(rs, "proposed_at"),
                rs.getString("reason"),
                rs.getInt("moved"),
                rs.getInt("kept"),
                log);
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
