package org.huiyin.scenario;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables say about the letters that are carried through. */
final class LettersView {
    private final JdbcClient jdbc;

    LettersView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An open user task and the groups it is offered to. */
    record Waiting(String task, String activity, String number, Optional<String> assignee, List<String> groups) {}

    record End(String number, String reason, int days) {}

    /** A timer that has come, and the petition whose clock it turns. */
    record Due(String job, String number) {}

    /** Timers of the clocks of these petitions that have come, the earliest first. */
    List<Due> dueTimers(Collection<String> numbers, Instant now) {
        return jdbc.sql("""
                        select j.id_, c.petition from act_ru_job j join deadline.clock c on c.watch = j.process_instance_id_
                        where j.duedate_ <= :now and c.petition = any(:numbers) order by j.duedate_, j.id_""")
                .param("now", Timestamp.from(now))
                .param("numbers", numbers.toArray(String[]::new))
                .query((rs, row) -> new Due(rs.getString("id_"), rs.getString("petition")))
                .list();
    }

    List<Waiting> openTasks(Collection<String> numbers) {
        return jdbc.sql("""
                        select t.id_, t.task_def_key_, e.business_key_, t.assignee_,
                            array_remove(array_agg(l.group_id_ order by l.group_id_), null) as groups
                        from act_ru_execution e
                        join act_ru_task t on t.proc_inst_id_ = e.id_
                        left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                        where e.business_key_ = any(:numbers) and e.id_ = e.proc_inst_id_
                        group by t.id_, t.task_def_key_, e.business_key_, t.assignee_
                        order by e.business_key_, t.task_def_key_, t.id_""")
                .param("numbers", numbers.toArray(String[]::new))
                .query((rs, row) -> new Waiting(
                        rs.getString("id_"),
                        rs.getString("task_def_key_"),
                        rs.getString("business_key_"),
                        Optional.ofNullable(rs.getString("assignee_")),
                        List.of((String[]) rs.getArray("groups").getArray())))
                .list();
    }

    Map<String, String> states(Collection<String> numbers) {
        return jdbc
                .sql("select id, state from casefile.petition where id = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query((rs, row) -> Map.entry(rs.getString("id"), rs.getString("state")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<End> ends(Collection<String> numbers) {
        return jdbc.sql("""
                        select id, coalesce(end_reason, '-') as reason,
                            cast(extract(epoch from ended_at - received_at) / 86400 as integer) as days
                        from casefile.petition where id = any(:numbers)""")
                .param("numbers", numbers.toArray(String[]::new))
                .query((rs, row) -> new End(rs.getString("id"), rs.getString("reason"), rs.getInt("days")))
                .list();
    }

    /** Petitions that ended in this way without the paper that must say so. */
    List<String> endedWithoutPaper(Collection<String> numbers, String reason, String paper) {
        return jdbc.sql("""
                        select p.id from casefile.petition p
                        where p.id = any(:numbers) and p.end_reason = :reason and not exists (
                            select 1 from notice.paper n where n.petition = p.id and n.kind = :paper)""")
                .param("numbers", numbers.toArray(String[]::new))
                .param("reason", reason)
                .param("paper", paper)
                .query(String.class)
                .list();
    }

    /** The longest text in any variable of these petitions: routing words are short, letters are not. */
    int longestVariable(Collection<String> numbers) {
        return jdbc.sql("""
                        select coalesce(max(length(v.text_)), 0) from act_hi_varinst v
                        join act_hi_procinst i on i.id_ = v.proc_inst_id_
                        where i.business_key_ = any(:numbers)""")
                .param("numbers", numbers.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}
