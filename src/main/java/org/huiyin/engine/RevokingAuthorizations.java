package org.huiyin.engine;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A task given away is really gone: the engine grants a right with every candidate link and assignee but never takes it
 * back, so that a recused officer could go on reading and completing (article 28, 回避).
 */
class RevokingAuthorizations extends DefaultAuthorizationProvider {
    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            revoke(manager().findAuthorizationByUserIdAndResourceId(1, oldAssignee, Resources.TASK, task.getId()));
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    /** A task that is just being made has no grants yet to look for; an older one may have been offered to persons. */
    @Override
    protected AuthorizationEntity createOrUpdateAuthorization(
            Task task,
            @Nullable String userId,
            @Nullable String groupId,
            Resource resource,
            boolean isHistoric,
            Permission... permissions) {
        if (isIn(task, "Init") && !isHistoric) {
            return createAuthorization(userId, groupId, resource, task.getId(), permissions);
        }
        return super.createOrUpdateAuthorization(task, userId, groupId, resource, isHistoric, permissions);
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        if (isOver(task)) {
            return null;
        }
        if (!userId.equals(task.getAssignee()) || IdentityLinkType.ASSIGNEE.equals(type)) {
            revoke(manager().findAuthorizationByUserIdAndResourceId(1, userId, Resources.TASK, task.getId()));
        }
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        if (isOver(task)) {
            return null;
        }
        revoke(manager().findAuthorizationByGroupIdAndResourceId(1, groupId, Resources.TASK, task.getId()));
        return null;
    }

    /** The engine itself drops every grant on a task that ends, in one statement. */
    private static boolean isOver(Task task) {
        return isIn(task, "Completed") || isIn(task, "Deleted");
    }

    private static boolean isIn(Task task, String state) {
        return task instanceof TaskEntity entity && state.equals(entity.getTaskState());
    }

    /** The one who completes or gives away a task has no right over rights; what follows from his step needs none. */
    private static void revoke(@Nullable AuthorizationEntity authorization) {
        if (authorization != null) {
            Context.getCommandContext().runWithoutAuthorization(() -> {
                manager().delete(authorization);
                return null;
            });
        }
    }

    private static AuthorizationManager manager() {
        return Context.getCommandContext().getAuthorizationManager();
    }
}
