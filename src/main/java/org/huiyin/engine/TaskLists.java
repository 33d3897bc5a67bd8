package org.huiyin.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * The lists of Tasklist, found along an index. The engine asks for all tasks that fit, joins every one with every right its
 * reader has, removes doubles, sorts and throws away all but fifteen: seconds in a city with a hundred thousand open tasks.
 * Here the numbers of a page are found first, and only of them the engine asks in its own way, rights included: whatever is
 * shown has passed its check. A question with anything in it that is not known here is left to the engine.
 */
final class TaskLists {
    /** A list tells its length up to here; nobody turns over more pages, and counting on costs more than the page. */
    static final int COUNTED = 5_000;

    /** Whoever may see no more tasks than these is served from them, everybody else along the order of the list. */
    static final int FEW = 2_000;

    private static final int REVOKED = 2;
    private static final Set<String> KNOWN = Set.of(
            "assignee",
            "unassigned",
            "candidateUser",
            "minPriority",
            "dueBefore",
            "dueAfter",
            "initializeFormKeys",
            "cachedCandidateGroups",
            "cachedUserGroups",
            "queries");
    private static final Set<String> ORDERS = Set.of("DUE_DATE_", "PRIORITY_", "CREATE_TIME_");
    private static final List<Field> FIELDS = List.of(TaskQueryImpl.class.getDeclaredFields()).stream()
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !KNOWN.contains(field.getName()))
            .peek(field -> field.setAccessible(true))
            .toList();

    private final TaskQueryImpl asked;
    private final Connection database;
    private final Authentication reader;
    private final UnaryOperator<String> asSeen;
    private final StringBuilder condition = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    private TaskLists(TaskQueryImpl asked, Connection database, Authentication reader, UnaryOperator<String> asSeen) {
        this.asked = asked;
        this.database = database;
        this.reader = reader;
        this.asSeen = asSeen;
    }

    /** Empty when the engine has to answer: nobody in particular asks, or something is asked that is not known here. */
    static Optional<TaskLists> of(TaskQueryImpl asked, CommandContext command, BlindSpots blindSpots) {
        @Nullable Authentication reader = command.getAuthentication();
        if (reader == null
                || reader.getUserId() == null
                || !command.isAuthorizationCheckEnabled()
                || !command.getProcessEngineConfiguration().isAuthorizationEnabled()
                || !isKnown(asked)) {
            return Optional.empty();
        }
        Connection database = command.getDbSqlSession().getSqlSession().getConnection();
        TaskLists list = new TaskLists(asked, database, reader, sql -> blindSpots.asSeenIn(command, sql));
        return list.isAnythingRevoked() ? Optional.empty() : Optional.of(list);
    }

    /** Whether nothing is asked but what is answered here. */
    static boolean isKnown(TaskQueryImpl asked) {
        TaskQueryImpl nothing = new TaskQueryImpl();
        try {
            for (Field field : FIELDS) {
                if (!Objects.deepEquals(field.get(asked), field.get(nothing))) {
                    return false;
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return asked.getQueries().size() == 1
                && (asked.getCandidateUser() == null || asked.isUnassigned())
                && asked.getOrderingProperties().stream().allMatch(TaskLists::isKnown);
    }

    private static boolean isKnown(QueryOrderingProperty order) {
        return order.getRelation() == null
                && order.isContainedProperty()
                && ORDERS.contains(order.getQueryProperty().getName());
    }

    /** The ids of the tasks of the page that is asked for, in their order. */
    List<String> page() {
        String sql = from() + " order by " + order() + " limit ? offset ?";
        values.add(asked.getMaxResults());
        values.add(asked.getFirstResult());
        return strings("select t.id_ " + sql, values);
    }

    /** How many there are, up to {@link #COUNTED}. */
    long count() {
        String sql = "select count(*)::text from (select 1 " + from() + " limit ?) counted";
        values.add(COUNTED);
        return Long.parseLong(strings(sql, values).get(0));
    }

    private String from() {
        if (asked.getAssignee() != null) {
            and("t.assignee_ = ?", asked.getAssignee());
        }
        if (asked.isUnassigned()) {
            condition.append(" and t.assignee_ is null");
        }
        if (asked.getMinPriority() != null) {
            and("t.priority_ >= ?", asked.getMinPriority());
        }
        if (asked.getDueBefore() != null) {
            and("t.due_date_ < ?", timestamp(asked.getDueBefore()));
        }
        if (asked.getDueAfter() != null) {
            and("t.due_date_ > ?", timestamp(asked.getDueAfter()));
        }
        offered();
        visible();
        return " from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_ where " + condition;
    }

    /** To the person, or to a group he is in. */
    private void offered() {
        if (asked.getCandidateUser() == null) {
            return;
        }
        String links = "act_ru_identitylink i where i.type_ = 'candidate' and (i.user_id_ = ? or i.group_id_ = any(?))";
        @Nullable List<String> groups = asked.getCandidateGroups();
        amongOrEach(links, "i.task_id_", List.of(asked.getCandidateUser(), array(groups == null ? List.of() : groups)));
    }

    /** What the engine lets its reader see: the task itself, or all tasks of its model. */
    private void visible() {
        List<String> models = strings(
                """
                select distinct case when a.resource_type_ = ? then '*' else a.resource_id_ end from act_ru_authorization a
                where a.type_ < 2 and (a.user_id_ in (?, '*') or a.group_id_ = any(?))
                    and (a.resource_type_ = ? and a.resource_id_ = '*' and a.perms_ & ? = ?
                        or a.resource_type_ = ? and a.perms_ & ? = ?)""",
                List.of(
                        Resources.TASK.resourceType(),
                        reader.getUserId(),
                        groups(),
                        Resources.TASK.resourceType(),
                        TaskPermissions.READ.getValue(),
                        TaskPermissions.READ.getValue(),
                        Resources.PROCESS_DEFINITION.resourceType(),
                        ProcessDefinitionPermissions.READ_TASK.getValue(),
                        ProcessDefinitionPermissions.READ_TASK.getValue()));
        if (models.contains("*")) {
            return;
        }
        String rights = "act_ru_authorization a where a.type_ < 2 and a.resource_type_ = "
                + Resources.TASK.resourceType() + " and a.perms_ & " + TaskPermissions.READ.getValue() + " = "
                + TaskPermissions.READ.getValue() + " and (a.user_id_ in (?, '*') or a.group_id_ = any(?))";
        List<Object> his = List.of(reader.getUserId(), groups());
        if (models.isEmpty()) {
            if (asked.getAssignee() == null && asked.getCandidateUser() == null) {
                amongOrEach(rights, "a.resource_id_", his);
            } else {
                each(rights, "a.resource_id_", his);
            }
        } else {
            condition.append(
                    " and (d.key_ = any(?) or exists (select 1 from " + rights + " and a.resource_id_ = t.id_))");
            values.add(array(models));
            values.addAll(his);
        }
    }

    /** Few are looked up from their own side; of many, each task on the way is asked whether it is one of them. */
    private void amongOrEach(String rows, String task, List<Object> which) {
        List<Object> limited = new ArrayList<>(which);
        limited.add(FEW + 1);
        long some = Long.parseLong(
                strings("select count(*)::text from (select 1 from " + rows + " limit ?) reached", limited)
                        .get(0));
        if (some <= FEW) {
            condition
                    .append(" and t.id_ in (select ")
                    .append(task)
                    .append(" from ")
                    .append(rows)
                    .append(')');
            values.addAll(which);
        } else {
            each(rows, task, which);
        }
    }

    private void each(String rows, String task, List<Object> which) {
        // offset 0: never turned round by the database into reading all of them first
        condition
                .append(" and exists (select 1 from ")
                .append(rows)
                .append(" and ")
                .append(task)
                .append(" = t.id_ offset 0)");
        values.addAll(which);
    }

    private void and(String text, Object value) {
        condition.append(" and ").append(text);
        values.add(value);
    }

    private String order() {
        String wanted = asked.getOrderingProperties().stream()
                .map(order -> "t." + order.getQueryProperty().getName() + " "
                        + order.getDirection().getName())
                .collect(Collectors.joining(", "));
        return wanted.isEmpty() ? "t.id_" : wanted + ", t.id_";
    }

    private boolean isAnythingRevoked() {
        return !strings("select id_ from act_ru_authorization where type_ = " + REVOKED + " limit 1", List.of())
                .isEmpty();
    }

    private Object groups() {
        @Nullable List<String> groups = reader.getGroupIds();
        return array(groups == null ? List.of() : groups);
    }

    private Object array(List<String> texts) {
        try {
            return database.createArrayOf("text", texts.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Timestamp timestamp(Date date) {
        return new Timestamp(date.getTime());
    }

    private List<String> strings(String sql, List<Object> values) {
        try (PreparedStatement statement = database.prepareStatement(asSeen.apply(sql))) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("a list of tasks cannot be read", e);
        }
    }
}
