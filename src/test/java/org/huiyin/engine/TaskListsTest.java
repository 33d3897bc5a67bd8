package org.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Every list along an index shows what the engine's own question shows: the same tasks, to the same reader, in the same order. */
@HuiyinTest
@DisplayName("R24 待办列表快而不多不少")
class TaskListsTest {
    private static final int ALL = 4_000;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate tx;

    private static void petitionsAtEveryStage() {
        Time.is("2026-09-01");
        Life.ofALetter();
        Life.ofALetter().sorted();
        Life.ofALetter().sorted().forwarded();
        Time.is("2026-10-08");
        Life.ofALetter().withTheHandler();
        Life.ofALetter().withTheHandler().accepted();
        Life.ofALetter().withTheHandler().accepted().drafted();
        Desk.as("dispatch").complete(Life.ofALetter().id(), "decideClass", Map.of("petitionClass", "SUGGESTION"));
        Time.is("2026-10-12");
        Life.ofALetter(Typed.letter());
    }

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
    }

    @Test
    void theSameTasksInTheSameOrderForEveryReader() {
        petitionsAtEveryStage();
        for (String officer : List.of(
                "intake", "dispatch", "handler", "head", "supervise", "reviewer", "sealed", "analyst", "admin")) {
            inOneView(() -> everyListOf(officer));
        }
    }

    /** What others do meanwhile is not seen: two questions are answered from the same tasks. */
    private void inOneView(Runnable questions) {
        TransactionTemplate view = new TransactionTemplate(Objects.requireNonNull(tx.getTransactionManager()));
        view.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        view.setReadOnly(true);
        view.executeWithoutResult(status -> questions.run());
    }

    private void everyListOf(String officer) {
        List<String> groups = identity.createGroupQuery().groupMember(officer).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(officer, groups);
        Date now = Date.from(Time.now());
        Date soon = Date.from(Time.now().plusSeconds(3 * 86_400));
        List<UnaryOperator<TaskQuery>> lists = List.of(
                query -> query,
                query -> query.taskAssignee(officer),
                query -> query.taskCandidateUser(officer).taskUnassigned(),
                query -> query.taskMinPriority(60),
                query -> query.dueBefore(now),
                query -> query.dueAfter(now).dueBefore(soon),
                query -> query.taskCandidateUser("dispatch").taskUnassigned().dueBefore(soon));

        for (UnaryOperator<TaskQuery> list : lists) {
            same(officer, list, query -> query.orderByDueDate().asc(), task -> "" + task.getDueDate());
            same(
                    officer,
                    list,
                    query -> query.orderByTaskPriority().desc().orderByDueDate().asc(),
                    task -> task.getPriority() + " " + task.getDueDate());
            same(officer, list, query -> query.orderByTaskCreateTime().desc(), task -> "" + task.getCreateTime());
        }
    }

    @Test
    void everyFilterOfTasklistIsServedHere() {
        List<Filter> lists = filters.createTaskFilterQuery().list();

        assertThat(lists).extracting(Filter::getName).contains("我的待办", "本组待签收", "重大紧急", "即将到期", "已超期");
        assertThat(lists).allMatch(list -> isServedHere(list.getQuery()), "is found along an index");
    }

    /** Tasks appear, are claimed, handed back, moved in time and completed, rights are given and taken. */
    @Test
    void whatIsReadableFollowsTheEnginesRows() {
        petitionsAtEveryStage();
        PetitionId letter = Life.ofALetter().withTheHandler().id();
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(letter.value())
                .singleResult();
        tasks.setPriority(task.getId(), 99);
        Task given = tasks.createTaskQuery().taskId(task.getId()).singleResult();
        given.setDueDate(new Date(0));
        tasks.saveTask(given);
        tasks.addCandidateGroup(task.getId(), "cityPetitionBureau.supervise");
        tasks.addCandidateUser(task.getId(), "leader");
        tasks.deleteCandidateGroup(task.getId(), "cityPetitionBureau.supervise");

        assertThat(readableTasksThatDiffer()).isZero();
        assertThat(jdbc.sql(
                                "select count(*) from engine.readable_task where task = ? and priority_ = 99 and due_date_ < '1980-01-01'")
                        .param(task.getId())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    /** One question, so that what others do meanwhile is in both or in none. */
    private int readableTasksThatDiffer() {
        return jdbc.sql("""
                        with kept as (select id, reader, task, priority_, due_date_ from engine.readable_task),
                            wanted as (
                                select a.id_, case when a.user_id_ is null then 'g:' || a.group_id_ else 'u:' || a.user_id_ end,
                                    t.id_, t.priority_, t.due_date_
                                from act_ru_authorization a join act_ru_task t on t.id_ = a.resource_id_
                                where a.type_ in (0, 1) and a.resource_type_ = 7 and a.perms_ & 2 = 2)
                        select count(*) from ((table kept except table wanted) union all (table wanted except table kept)) differing""").query(Integer.class).single();
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEnded() {
        petitionsAtEveryStage();
        identity.setAuthentication(
                "supervise",
                identity.createGroupQuery().groupMember("supervise").list().stream()
                        .map(Group::getId)
                        .toList());
        List<String> whole = ids(tasks.createTaskQuery().orderByDueDate().asc().listPage(0, 12));

        assertThat(ids(tasks.createTaskQuery().orderByDueDate().asc().listPage(0, 5)))
                .isEqualTo(whole.subList(0, 5));
        assertThat(ids(tasks.createTaskQuery().orderByDueDate().asc().listPage(5, 7)))
                .isEqualTo(whole.subList(5, 12));
    }

    @Test
    @DisplayName("第二十八条 须回避的事项既不在列表中，也不在件数中")
    void aWatcherWhoIsBarredFindsNeitherTheTaskNorItInACount() {
        Time.is("2026-10-08");
        PetitionId letter = Life.ofALetter().withTheHandler().id();
        tx.executeWithoutResult(status -> {
            jdbc.sql(
                            "insert into casefile.barred (petition, officer, because) values (:letter, 'supervise', 'RELATION')")
                    .param("letter", letter.value())
                    .update();
            everyListOf("supervise");
            assertThat(tasks.createTaskQuery().orderByDueDate().asc().listPage(0, ALL))
                    .noneMatch(task -> caseOf(task).equals(letter.value()));
            status.setRollbackOnly();
        });
        inOneView(() -> everyListOf("supervise"));
        assertThat(tasks.createTaskQuery().orderByDueDate().asc().listPage(0, ALL))
                .as("in sight again")
                .anyMatch(task -> caseOf(task).equals(letter.value()));
    }

    private String caseOf(Task task) {
        return jdbc.sql("select coalesce(business_key_, '') from public.act_ru_execution where id_ = ?")
                .param(task.getProcessInstanceId())
                .query(String.class)
                .single();
    }

    /** Whoever may see thousands of tasks is served along the order of the list, which must show the same. */
    @Test
    void theSameTasksWhereARightOrAnOfferStandsThousandsOfTimes() {
        petitionsAtEveryStage();
        tx.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into public.act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
                            select 'many-' || n, 1, 1, 'cityPetitionBureau.dispatch', 7, 'none-' || n, 2
                            from generate_series(1, :many) n""").param("many", TaskLists.FEW + 1).update();
            jdbc.sql("""
                            insert into public.act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                            select 'many-' || n, 1, 'cityPetitionBureau.dispatch', 'candidate', link.task_id_
                            from generate_series(1, :many) n,
                                (select task_id_ from public.act_ru_identitylink
                                 where group_id_ = 'cityPetitionBureau.dispatch' and type_ = 'candidate' limit 1) link""").param("many", TaskLists.FEW + 1).update();
            everyListOf("dispatch");
            status.setRollbackOnly();
        });
    }

    private void same(
            String reader,
            UnaryOperator<TaskQuery> list,
            UnaryOperator<TaskQuery> order,
            Function<Task, String> place) {
        assertThat(isServedHere(order.apply(list.apply(tasks.createTaskQuery()))))
                .isTrue();
        assertThat(isServedHere(leftToTheEngine(tasks.createTaskQuery()))).isFalse();
        List<Task> found = order.apply(list.apply(tasks.createTaskQuery())).listPage(0, ALL);
        List<Task> engines = order.apply(leftToTheEngine(list.apply(tasks.createTaskQuery())))
                .listPage(0, ALL);

        assertThat(ids(found)).as(reader).containsExactlyInAnyOrderElementsOf(ids(engines));
        assertThat(found.stream().map(place).toList())
                .isEqualTo(engines.stream().map(place).toList());
        assertThat(list.apply(tasks.createTaskQuery()).count())
                .as(reader)
                .isEqualTo(Math.min(TaskLists.COUNTED, engines.size()));
    }

    private static boolean isServedHere(Query<?, ?> query) {
        return TaskLists.isKnown((TaskQueryImpl) query);
    }

    /** The engine answers itself as soon as anything else is asked. */
    private static TaskQuery leftToTheEngine(TaskQuery query) {
        return query.taskNameNotEqual("没有这样的任务");
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::getId).toList();
    }
}
