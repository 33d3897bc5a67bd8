package org.huiyin.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has which task, over all petitions; and the task given to another. Drafts end with the change of hands (see V150). */
@Component
public class TasksInHand {
    private static final String SELECT = """
            select t.id_, t.task_def_key_, t.name_, i.business_key_, t.assignee_, t.priority_, t.due_date_,
                array(select l.group_id_ from act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
                    order by l.group_id_) as groups
            from act_ru_task t
            join act_ru_execution i on i.id_ = t.proc_inst_id_
            where i.business_key_ is not null and length(i.business_key_) = :length
            """;
    private static final int LENGTH = 22;

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final EngineGateway gateway;

    TasksInHand(JdbcClient jdbc, TaskService tasks, EngineGateway gateway) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.gateway = gateway;
    }

    /** What these officers have in hand, ordered by petition, so that rows are locked in one order. */
    public List<HeldTask> of(Collection<OfficerId> officers) {
        return jdbc.sql(SELECT + " and t.assignee_ = any(:officers) order by i.business_key_, t.id_")
                .param("length", LENGTH)
                .param("officers", officers.stream().map(OfficerId::value).toArray(String[]::new))
                .query(TasksInHand::task)
                .list();
    }

    /** What is offered to these groups and taken by nobody. */
    public List<HeldTask> offeredTo(Collection<String> groups) {
        return jdbc.sql(SELECT + """
                         and t.assignee_ is null and exists (select 1 from act_ru_identitylink l
                            where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = any(:groups))
                        order by i.business_key_, t.id_""")
                .param("length", LENGTH)
                .param("groups", groups.toArray(String[]::new))
                .query(TasksInHand::task)
                .list();
    }

    public Optional<HeldTask> find(String id) {
        return jdbc.sql(SELECT + " and t.id_ = :id")
                .param("length", LENGTH)
                .param("id", id)
                .query(TasksInHand::task)
                .optional();
    }

    /** The task of a group is this officer's. */
    public void give(HeldTask task, OfficerId to) {
        gateway.as(Actor.current(), () -> tasks.setAssignee(task.id(), to.value()));
    }

    /** The task of a group is nobody's, and offered to it again. */
    public void release(HeldTask task) {
        gateway.as(Actor.current(), () -> tasks.setAssignee(task.id(), null));
    }

    private static HeldTask task(ResultSet row, int number) throws SQLException {
        return new HeldTask(
                row.getString("id_"),
                row.getString("task_def_key_"),
                row.getString("name_"),
                new PetitionId(row.getString("business_key_")),
                Optional.ofNullable(row.getString("assignee_")).map(OfficerId::new),
                List.of((String[]) row.getArray("groups").getArray()),
                row.getInt("priority_"),
                Optional.ofNullable(row.getTimestamp("due_date_")).map(Timestamp::toInstant));
    }
}
