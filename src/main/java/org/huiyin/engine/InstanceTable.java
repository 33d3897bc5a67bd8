package org.huiyin.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine's rows of open work, where asking the engine would read each of them on its own. */
@Repository
class InstanceTable {
    private final JdbcClient jdbc;

    InstanceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open tasks of the petition, the oldest first, with the groups to which a task that nobody has is offered. */
    List<OpenTaskRow> openTasks(PetitionId petition) {
        return jdbc.sql("""
                        select t.id_, t.proc_inst_id_, t.task_def_key_, t.name_, t.assignee_, t.due_date_,
                            array(select l.group_id_ from act_ru_identitylink l
                                where l.task_id_ = t.id_ and t.assignee_ is null and l.type_ = 'candidate'
                                    and l.group_id_ is not null
                                order by l.group_id_) as groups
                        from act_ru_task t
                        join act_ru_execution i on i.id_ = t.proc_inst_id_
                        where i.business_key_ = :petition
                        order by t.create_time_, t.id_""")
                .param("petition", petition.value())
                .query(InstanceTable::openTask)
                .list();
    }

    /** Open tasks of this kind that the person has or that are offered to one of these groups, the most urgent first. */
    List<WaitingTask> waiting(String activity, Collection<String> groups, OfficerId person, int most) {
        return jdbc.sql("""
                        select t.id_, i.business_key_, t.assignee_ is null as offered
                        from act_ru_task t
                        join act_ru_execution i on i.id_ = t.proc_inst_id_
                        where t.task_def_key_ = :activity
                            and (t.assignee_ = :person
                                or (t.assignee_ is null and exists (select 1 from act_ru_identitylink l
                                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = any(:groups))))
                        order by t.priority_ desc, t.due_date_, t.id_
                        limit :most""")
                .param("activity", activity)
                .param("person", person.value())
                .param("groups", groups.toArray(String[]::new))
                .param("most", most)
                .query((rs, row) -> new WaitingTask(
                        rs.getString("id_"), new PetitionId(rs.getString("business_key_")), rs.getBoolean("offered")))
                .list();
    }

    /** All instances of these petitions, running and ended. */
    Set<String> instancesOf(Collection<String> petitions) {
        return new HashSet<>(jdbc.sql("""
                        select proc_inst_id_ from act_ru_execution where business_key_ = any(:petitions)
                        union
                        select proc_inst_id_ from act_hi_procinst where business_key_ = any(:petitions)""")
                .param("petitions", petitions.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static OpenTaskRow openTask(ResultSet rs, int row) throws SQLException {
        return new OpenTaskRow(
                rs.getString("id_"),
                rs.getString("proc_inst_id_"),
                rs.getString("task_def_key_"),
                rs.getString("name_"),
                Optional.ofNullable(rs.getString("assignee_")).map(OfficerId::new),
                List.of((String[]) rs.getArray("groups").getArray()),
                Optional.ofNullable(rs.getTimestamp("due_date_")).map(Timestamp::toInstant));
    }

    /**
     * Takes away instances with their variables and timers, in one statement; returns those that are left, because a job
     * of theirs has failed and the engine has more to clear away.
     */
    Set<String> remove(Collection<String> instances) {
        Set<String> left = new HashSet<>(instances);
        jdbc.sql("""
                        with gone as (
                            select e.id_ from act_ru_execution e
                            where e.id_ = any(:instances)
                                and not exists (select 1 from act_ru_incident i where i.proc_inst_id_ = e.id_)
                                and not exists (select 1 from act_ru_job j
                                    where j.process_instance_id_ = e.id_ and j.exception_stack_id_ is not null)),
                        jobs as (
                            delete from act_ru_job where process_instance_id_ in (select id_ from gone)),
                        variables as (
                            delete from act_ru_variable where proc_inst_id_ in (select id_ from gone)),
                        executions as (
                            delete from act_ru_execution where proc_inst_id_ in (select id_ from gone))
                        select id_ from gone""")
                .param("instances", instances.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(left::remove);
        return left;
    }
}
