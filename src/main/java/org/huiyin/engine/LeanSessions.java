package org.huiyin.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;

/** What the engine asks its database at every task, and here the answer is known; and where a command notes its trail. */
final class LeanSessions {
    private LeanSessions() {}

    static List<SessionFactory> all(BlindSpots blindSpots, Supplier<TrailNotes> trail) {
        return List.of(
                new Lean(TrailNotes.class, trail::get),
                new Lean(TaskManager.class, () -> new Tasks(blindSpots)),
                new Lean(JobManager.class, Jobs::new),
                new Lean(IncidentManager.class, Incidents::new),
                new Lean(VariableInstanceManager.class, VariableInstances::new),
                new Lean(AuthorizationManager.class, Authorizations::new));
    }

    private record Lean(Class<?> type, Supplier<Session> opening) implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return opening.get();
        }
    }

    private static final class Incidents extends IncidentManager {
        /** Asked for every job that ends: one at hand that has never failed has no incident to resolve. */
        @Override
        public List<Incident> findIncidentByConfiguration(String job) {
            JobEntity atHand = getDbEntityManager().getCachedEntity(JobEntity.class, job);
            return atHand != null && atHand.getExceptionMessage() == null && atHand.getRetries() > 0
                    ? List.of()
                    : super.findIncidentByConfiguration(job);
        }
    }

    /** Whoever works off a crowd reads the jobs of all its executions at once and says so here. */
    static final class Jobs extends JobManager {
        private final Map<String, List<JobEntity>> readAhead = new HashMap<>();

        /** All jobs that these executions have. */
        void readAhead(Map<String, List<JobEntity>> jobs) {
            readAhead.putAll(jobs);
        }

        /** Answered from what was read ahead once: what happens to the execution afterwards is the engine's to know. */
        @Override
        public List<JobEntity> findJobsByExecutionId(String execution) {
            List<JobEntity> known = readAhead.remove(execution);
            return known == null ? super.findJobsByExecutionId(execution) : known;
        }
    }

    private static final class Tasks extends TaskManager {
        private final BlindSpots blindSpots;

        Tasks(BlindSpots blindSpots) {
            this.blindSpots = blindSpots;
        }

        /** The page is found along an index; what the engine asks of it then, it asks of these tasks only. */
        @Override
        public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
            Optional<TaskLists> list = TaskLists.of(query, getCommandContext(), blindSpots);
            if (list.isEmpty()) {
                return super.findTasksByQueryCriteria(query);
            }
            List<String> ids = list.get().page();
            if (ids.isEmpty()) {
                return new ArrayList<>();
            }
            TaskQueryImpl these = new TaskQueryImpl();
            these.taskIdIn(ids.toArray(String[]::new));
            these.getAuthCheck().setUseLeftJoin(query.getAuthCheck().isUseLeftJoin());
            List<Task> found = new ArrayList<>(super.findTasksByQueryCriteria(these));
            found.sort(Comparator.comparingInt(task -> ids.indexOf(task.getId())));
            return found;
        }

        @Override
        public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
            return TaskLists.of(query, getCommandContext(), blindSpots)
                    .map(TaskLists::count)
                    .orElseGet(() -> super.findTaskCountByQueryCriteria(query));
        }

        /** A task without a process cannot be made (standalone-tasks-enabled), and a subtask would be one. */
        @Override
        public List<Task> findTasksByParentTaskId(String parent) {
            return List.of();
        }

        /** An execution stands at one user task at most; the one that is being completed is at hand. */
        @Override
        public List<TaskEntity> findTasksByExecutionId(String execution) {
            List<TaskEntity> atHand = new ArrayList<>();
            for (TaskEntity task : getDbEntityManager().getCachedEntitiesByType(TaskEntity.class)) {
                if (execution.equals(task.getExecutionId())) {
                    atHand.add(task);
                }
            }
            return atHand.isEmpty() ? super.findTasksByExecutionId(execution) : atHand;
        }
    }

    private static final class VariableInstances extends VariableInstanceManager {
        /** Nothing is stored at a task: what was typed never enters the engine, and its service refuses the rest. */
        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
                String task, Collection<String> names) {
            return new ArrayList<>();
        }
    }

    private static final class Authorizations extends AuthorizationManager {
        /** Rights are given on models and tasks, never on a single instance; its id is used for no other. */
        @Override
        public void deleteAuthorizationsByResourceId(Resource resource, String id) {
            if (resource != Resources.PROCESS_INSTANCE) {
                super.deleteAuthorizationsByResourceId(resource, id);
            }
        }

        /**
         * The engine leaves out groups that have no right at all, for which it reads who has any: every right of every open
         * task, with every command of an officer. A group without rights finds none anyway.
         */
        @Override
        public List<String> filterAuthenticatedGroupIds(List<String> groups) {
            return groups == null ? List.of() : groups;
        }
    }
}
