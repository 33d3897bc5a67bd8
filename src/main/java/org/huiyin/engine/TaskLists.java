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
import java.util.stream.Stream;
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
    static final int COUNTED = 1_000;

    /** To whom no more tasks than these are offered, he is served from them; everybody else along the order of the list. */
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
    private static final String CREATED = "CREATE_TIME_";
    private static final Set<String> ORDERS = Set.of("DUE_DATE_", "PRIORITY_", CREATED);
    private static final String OFFERS =
            "act_ru_identitylink i where i.type_ = 'candidate' and (i.user_id_ = ? or i.group_id_ = any(?))";
    private static final String RIGHTS = "engine.readable_task r where r.reader = any(?)";
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
        List<String> models = models();
        int last = asked.getFirstResult() + asked.getMaxResults();
        String found = seesSingleTasks(models) ? singleTasks("order by " + order("r", "r.task"), last) : tasks(models);
        values.add(asked.getMaxResults());
        values.add(asked.getFirstResult());
        return strings("select t.id_ from " + found + " order by " + order("t", "t.id_") + " limit ? offset ?", values);
    }

    /** How many there are, up to {@link #COUNTED}. */
    long count() {
        List<String> models = models();
        String found = seesSingleTasks(models) ? singleTasks("", COUNTED) : tasks(models);
        values.add(COUNTED);
        return Long.parseLong(
                strings("select count(*)::text from (select 1 from " + found + " limit ?) counted", values)
                        .get(0));
    }

    /** Tasks that are his own are few, and whoever sees all tasks of a model finds fifteen among the first. */
    private boolean seesSingleTasks(List<String> models) {
        return models.isEmpty() && asked.getAssignee() == null;
    }

    /** The first tasks under each of the rights that its reader has on single tasks, each task once. */
    private String singleTasks(String order, int last) {
        values.add(readers());
        conditions("r");
        if (asked.getCandidateUser() != null) {
            each(OFFERS, "i.task_id_", offeredTo());
        }
        values.add(last);
        return """
                (select distinct one.* from unnest(?) rights (reader) cross join lateral (
                    select r.task as id_, r.priority_, r.due_date_, t.create_time_
                    from engine.readable_task r join act_ru_task t on t.id_ = r.task
                    where r.reader = rights.reader and %s %s limit ?) one) t""".formatted(condition, order);
    }

    /** All tasks; of each on the way it is asked whether its reader sees it. */
    private String tasks(List<String> models) {
        conditions("t");
        if (asked.getCandidateUser() != null) {
            amongOrEach(OFFERS, "i.task_id_", offeredTo());
        }
        visible(models);
        return "act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_ where " + condition;
    }

    /** @param row whose priority and due date are compared */
    private void conditions(String row) {
        if (asked.getAssignee() != null) {
            and("t.assignee_ = ?", asked.getAssignee());
        }
        if (asked.isUnassigned()) {
            condition.append(" and t.assignee_ is null");
        }
        if (asked.getMinPriority() != null) {
            and(row + ".priority_ >= ?", asked.getMinPriority());
        }
        if (asked.getDueBefore() != null) {
            and(row + ".due_date_ < ?", timestamp(asked.getDueBefore()));
        }
        if (asked.getDueAfter() != null) {
            and(row + ".due_date_ > ?", timestamp(asked.getDueAfter()));
        }
    }

    private List<Object> offeredTo() {
        @Nullable List<String> groups = asked.getCandidateGroups();
        return List.of(asked.getCandidateUser(), array(groups == null ? List.of() : groups));
    }

    /** What the engine lets its reader see: the task itself, or all tasks of its model. */
    private void visible(List<String> models) {
        if (models.contains("*")) {
            return;
        }
        if (models.isEmpty()) {
            each(RIGHTS, "r.task", List.of(readers()));
        } else {
            condition.append(" and (d.key_ = any(?) or exists (select 1 from " + RIGHTS + " and r.task = t.id_))");
            values.add(array(models));
            values.add(readers());
        }
    }

    /** The keys of the models of which he may see all tasks; "*" for all tasks there are. Each part is read along an index. */
    private List<String> models() {
        String may =
                " from act_ru_authorization a where a.type_ in (0, 1) and a.perms_ & ? = ? and a.resource_type_ = ?";
        String everyTask = "select '*'" + may + " and a.resource_id_ = '*'";
        String everyTaskOfModels = "select a.resource_id_" + may;
        List<Object> tasks = List.of(
                TaskPermissions.READ.getValue(), TaskPermissions.READ.getValue(), Resources.TASK.resourceType());
        List<Object> tasksOfModels = List.of(
                ProcessDefinitionPermissions.READ_TASK.getValue(),
                ProcessDefinitionPermissions.READ_TASK.getValue(),
                Resources.PROCESS_DEFINITION.resourceType());
        String person = " and a.user_id_ in (?, '*')";
        String group = " and a.group_id_ = any(?)";
        List<Object> which = new ArrayList<>();
        for (List<Object> each : List.of(tasks, tasksOfModels)) {
            which.addAll(each);
            which.add(reader.getUserId());
            which.addAll(each);
            which.add(array(groups()));
        }
        return strings(
                everyTask + person + " union " + everyTask + group + " union " + everyTaskOfModels + person + " union "
                        + everyTaskOfModels + group,
                which);
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

    private String order(String row, String task) {
        return asked.getOrderingProperties().stream()
                .map(order -> column(row, order.getQueryProperty().getName()) + " "
                        + order.getDirection().getName() + ", ")
                .collect(Collectors.joining("", "", task));
    }

    private static String column(String row, String property) {
        return (property.equals(CREATED) ? "t." : row + ".") + property;
    }

    private boolean isAnythingRevoked() {
        return !strings("select id_ from act_ru_authorization where type_ = " + REVOKED + " limit 1", List.of())
                .isEmpty();
    }

    private List<String> groups() {
        @Nullable List<String> groups = reader.getGroupIds();
        return groups == null ? List.of() : groups;
    }

    /** As {@code engine.reader} names them. */
    private Object readers() {
        return array(Stream.concat(
                        Stream.of("u:*", "u:" + reader.getUserId()),
                        groups().stream().map(group -> "g:" + group))
                .toList());
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
