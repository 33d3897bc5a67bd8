package org.huiyin.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.huiyin.engine.EngineGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The lists every officer finds in Tasklist. They hold expressions and no personal data: everybody may read them, and what
 * they list is what the reader may see. Only administrators may make others, because an expression is code.
 */
@Component
class TasklistFilters implements SmartInitializingSingleton {
    private static final String MINE = "我的待办";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final EngineGateway engine;

    private record Listing(String name, String description, String color, TaskQuery tasks) {}

    TasklistFilters(
            FilterService filters, TaskService tasks, AuthorizationService authorizations, EngineGateway engine) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.engine = engine;
    }

    @Override
    public void afterSingletonsInstantiated() {
        engine.asSystem(() -> {
            List<Listing> listings = listings();
            for (int place = 0; place < listings.size(); place++) {
                letEverybodyRead(
                        Resources.FILTER, save(listings.get(place), place).getId());
            }
            // the list of one's groups asks which groups one is in; their names are on the door of every organ
            letEverybodyRead(Resources.GROUP, Authorization.ANY);
        });
    }

    /** The id of 我的待办, which everybody may read. */
    String mine() {
        return filters.createFilterQuery().filterName(MINE).singleResult().getId();
    }

    private List<Listing> listings() {
        return List.of(
                new Listing(MINE, "由我本人办理的任务，最急的在前", "#14566b", mostUrgentFirst(ofMine())),
                new Listing("本组待签收", "本单位本岗位尚无人领取的任务", "#14566b", mostUrgentFirst(ofMyGroups())),
                new Listing("重大紧急", "标为重大紧急、须先于其他事项办理的任务", "#b42318", mostUrgentFirst(pressing())),
                new Listing("即将到期", "三天之内到期的任务", "#b35900", mostUrgentFirst(dueSoon())),
                new Listing("已超期", "已过期限、仍须办理的任务", "#b42318", mostUrgentFirst(overdue())));
    }

    private TaskQuery ofMine() {
        return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
    }

    /** What is offered to his groups, and what is offered to him because others of his group are barred from the matter. */
    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery()
                .taskCandidateUserExpression("${currentUser()}")
                .taskUnassigned();
    }

    /** R58: the priority that a matter marked as major or urgent gives to its open tasks. */
    private TaskQuery pressing() {
        return tasks.createTaskQuery().taskMinPriority(100);
    }

    private TaskQuery dueSoon() {
        return tasks.createTaskQuery().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(3)}");
    }

    private TaskQuery overdue() {
        return tasks.createTaskQuery().dueBeforeExpression("${now()}");
    }

    /** The worst lamp of the matter first, then what is due first. */
    private static TaskQuery mostUrgentFirst(TaskQuery query) {
        return query.orderByTaskPriority().desc().orderByDueDate().asc();
    }

    private Filter save(Listing listing, int place) {
        @Nullable
        Filter known = filters.createFilterQuery().filterName(listing.name()).singleResult();
        Filter filter = known == null ? filters.newTaskFilter(listing.name()) : known;
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", listing.description());
        properties.put("color", listing.color());
        properties.put("priority", place);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of());
        return filters.saveFilter(filter.setQuery(listing.tasks()).setProperties(properties));
    }

    private void letEverybodyRead(Resources kind, String id) {
        boolean granted = authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                        .resourceType(kind)
                        .resourceId(id)
                        .count()
                > 0;
        if (granted) {
            return;
        }
        Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        read.setUserId(Authorization.ANY);
        read.setResource(kind);
        read.setResourceId(id);
        read.addPermission(Permissions.READ);
        authorizations.saveAuthorization(read);
    }
}
