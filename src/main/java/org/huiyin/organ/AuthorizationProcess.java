package org.huiyin.organ;

import static java.util.stream.Collectors.toMap;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/**
 * What each role may do in Tasklist, Cockpit and Admin. Granted once per role group, whatever the number of organs, because the
 * engine reads these rows with every query. Tasks need no row here: their candidate groups and assignee bring their own.
 *
 * <p>The engine cannot limit a grant to a territory. So only those who watch over the whole city read instances and tasks there:
 * leaders and supervisors of the city's government and petition bureau. Those of a district, and the heads of other organs, see
 * their figures and cases in our own views, which can be limited.
 */
@Component
class AuthorizationProcess {
    /** Read by its own circle only (article 30). */
    static final String SEALED_MODEL = "accusationTransfer";

    /** All other models, listed one by one: a grant on every definition would include the sealed one. */
    static final List<String> MODELS = List.of(
            "petitionLifecycle",
            "petitionIntake",
            "petitionDispatch",
            "assignmentReport",
            "contribution",
            "upwardLeave",
            "deputyReply",
            "petitionHandling",
            "simplifiedHandling",
            "suggestionHandling",
            "petitionEvaluation",
            "petitionReview",
            "petitionImport",
            "deadlineWatch",
            "ruleRecount",
            "officerAbsence");

    /** Known to all, their instances only to whom each is addressed: some stand beside a sealed matter (article 30). */
    static final List<String> UNWATCHED_MODELS = List.of("recusalDecision", "urgentReport");

    private static final Set<Role> IN_TASKLIST = Set.of(
            Role.INTAKE, Role.DISPATCH, Role.HANDLE, Role.SIGN, Role.REVIEWER, Role.SEALED, Role.LEAD, Role.SUPERVISE);
    private static final Set<Role> IN_COCKPIT = Set.of(Role.LEAD, Role.SUPERVISE, Role.ANALYST, Role.OPERATOR);
    private static final Set<Resource> OURS = Set.of(
            Resources.APPLICATION,
            PROCESS_DEFINITION,
            Resources.PROCESS_INSTANCE,
            Resources.DECISION_DEFINITION,
            Resources.BATCH);

    private final AuthorizationService authorizations;

    AuthorizationProcess(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Grants what is missing and takes back what is too much; filters, tasks and groups have other keepers and are not touched. */
    void mirror(OrganTree tree) {
        administrators();
        Map<Target, List<Permission>> wanted = wanted(tree);
        Map<Target, Authorization> existing = existing(tree);
        existing.forEach((target, authorization) -> {
            if (!wanted.containsKey(target)) {
                authorizations.deleteAuthorization(authorization.getId());
            }
        });
        wanted.forEach((target, permissions) -> {
            Authorization authorization = existing.get(target);
            if (authorization == null || !grantsExactly(authorization, permissions)) {
                grant(authorization == null ? newGrant(target) : authorization, permissions);
            }
        });
    }

    private void administrators() {
        Map<Target, Authorization> existing = existing(List.of(Groups.CAMUNDA_ADMIN));
        for (Resource resource : Resources.values()) {
            Target all = new Target(Groups.CAMUNDA_ADMIN, resource.resourceType(), ANY);
            if (!existing.containsKey(all)) {
                grant(newGrant(all), List.of(Permissions.ALL));
            }
        }
    }

    private static Map<Target, List<Permission>> wanted(OrganTree tree) {
        Map<Target, List<Permission>> wanted = new LinkedHashMap<>();
        IN_TASKLIST.forEach(role -> add(wanted, role.id(), Resources.APPLICATION, "tasklist", Permissions.ACCESS));
        IN_COCKPIT.forEach(role -> add(wanted, role.id(), Resources.APPLICATION, "cockpit", Permissions.ACCESS));
        for (String model : MODELS) {
            for (Role role : Role.values()) {
                add(wanted, role.id(), PROCESS_DEFINITION, model, READ);
            }
            for (String group : cityWatchers(tree)) {
                add(wanted, group, PROCESS_DEFINITION, model, READ, READ_INSTANCE, READ_HISTORY, READ_TASK);
            }
            String operators = Role.OPERATOR.id();
            add(wanted, operators, PROCESS_DEFINITION, model, READ_INSTANCE, READ_INSTANCE_VARIABLE, RETRY_JOB);
        }
        for (String model : UNWATCHED_MODELS) {
            for (Role role : Role.values()) {
                add(wanted, role.id(), PROCESS_DEFINITION, model, READ);
            }
        }
        add(wanted, Role.SEALED.id(), PROCESS_DEFINITION, SEALED_MODEL, READ);
        add(wanted, Role.INTAKE.id(), PROCESS_DEFINITION, "petitionLifecycle", CREATE_INSTANCE);
        add(wanted, Role.INTAKE.id(), Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
        add(wanted, Role.ANALYST.id(), Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        add(wanted, Role.OPERATOR.id(), Resources.BATCH, ANY, BatchPermissions.READ);
        return wanted;
    }

    private static void add(
            Map<Target, List<Permission>> wanted, String group, Resource resource, String id, Permission... granted) {
        wanted.computeIfAbsent(new Target(group, resource.resourceType(), id), target -> new ArrayList<>())
                .addAll(List.of(granted));
    }

    /** The groups whose members read all instances and tasks of the ordinary models. */
    static List<String> cityWatchers(OrganTree tree) {
        return tree
                .organs(organ -> organ.level() == OrganLevel.CITY
                        && (organ.kind() == OrganKind.GOVERNMENT || organ.kind() == OrganKind.PETITION_BUREAU))
                .stream()
                .flatMap(organ -> Stream.of(Role.SUPERVISE, Role.LEAD)
                        .filter(role -> !tree.officers(organ.id(), role).isEmpty())
                        .map(role -> role.groupOf(organ.id())))
                .toList();
    }

    /** Rows of all groups that are ours, so that those of a dissolved organ go too. */
    private Map<Target, Authorization> existing(OrganTree tree) {
        List<String> groups = new ArrayList<>();
        for (Role role : Role.values()) {
            groups.add(role.id());
            tree.organs().forEach(organ -> groups.add(role.groupOf(organ.id())));
        }
        Map<Target, Authorization> existing = existing(groups);
        existing.keySet().removeIf(target -> OURS.stream().noneMatch(kind -> kind.resourceType() == target.resource()));
        return existing;
    }

    private Map<Target, Authorization> existing(List<String> groups) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(groups.toArray(String[]::new))
                .list()
                .stream()
                .collect(toMap(
                        row -> new Target(row.getGroupId(), row.getResourceType(), row.getResourceId()),
                        row -> row,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private Authorization newGrant(Target target) {
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(target.group());
        authorization.setResourceType(target.resource());
        authorization.setResourceId(target.id());
        return authorization;
    }

    private void grant(Authorization authorization, List<Permission> permissions) {
        authorization.setPermissions(permissions.toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }

    private boolean grantsExactly(Authorization authorization, List<Permission> permissions) {
        Authorization exact = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        exact.setResourceType(authorization.getResourceType());
        exact.setPermissions(permissions.toArray(Permission[]::new));
        return mask(exact) == mask(authorization);
    }

    private static int mask(Authorization authorization) {
        return ((AuthorizationEntity) authorization).getPermissions();
    }

    private record Target(String group, int resource, String id) {}
}
