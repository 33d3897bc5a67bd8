package org.huiyin.engine;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDecorator;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * To whom a task is offered: to the groups and persons of its model, unless somebody among them is barred from the petition.
 * Then it is offered to persons, one by one, and the group never gets a link or a right to it (ADR 30).
 */
class OfferedTasks extends AbstractBpmnParseListener {
    private final ObjectProvider<Doorkeeper> doorkeeper;

    OfferedTasks(ObjectProvider<Doorkeeper> doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            TaskDefinition definition = behavior.getTaskDefinition();
            activity.setActivityBehavior(
                    new UserTaskActivityBehavior(new Decorator(definition, behavior.getExpressionManager())));
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
        }
    }

    /**
     * Whoever is given it by somebody else. To take it himself the barred officer has no right, as it is not offered to him; who
     * takes in place of a barred one what the model gives by name is named from now on.
     */
    private void assigned(DelegateTask task) {
        @Nullable String assignee = task.getAssignee();
        if (assignee != null && task instanceof TaskEntity taken) {
            Optional<OfficerId> named = named(taken.getTaskDefinition(), taken.getExecution());
            named.filter(name -> !name.value().equals(assignee))
                    .flatMap(name -> petition(taken.getExecution().getProcessBusinessKey())
                            .filter(id -> doorkeeper.getObject().isAway(name)
                                    || doorkeeper.getObject().isBarred(name, id)))
                    .ifPresent(id ->
                            doorkeeper.getObject().takenInPlaceOf(id, named.orElseThrow(), new OfficerId(assignee)));
        }
        refuseBarred(task, assignee);
    }

    private void refuseBarred(DelegateTask task, @Nullable String assignee) {
        if (assignee != null
                && Actor.person().map(OfficerId::value).filter(assignee::equals).isEmpty()
                && petition(task.getExecution().getProcessBusinessKey())
                        .filter(id -> doorkeeper.getObject().isBarred(new OfficerId(assignee), id))
                        .isPresent()) {
            throw Refusal.of("这名工作人员不能办理这件事项，请另选。");
        }
    }

    /** Offers an open task as it would be offered if it were made now; one that somebody unbarred has taken stays his. */
    void offerAnew(TaskEntity task) {
        Wanted wanted = wanted(task.getTaskDefinition(), task.getExecution());
        PetitionId petition = new PetitionId(task.getExecution().getProcessBusinessKey());
        Optional<Set<OfficerId>> instead = doorkeeper.getObject().insteadOf(petition, wanted.groups, wanted.assignee);
        boolean barredAtWork = task.getAssignee() != null
                && doorkeeper.getObject().isBarred(new OfficerId(task.getAssignee()), petition);
        if (barredAtWork) {
            task.setAssignee(null);
        }
        if (task.getAssignee() == null && instead.isEmpty()) {
            wanted.assignee.ifPresent(named -> task.setAssignee(named.value()));
        }
        Set<String> groups = instead.isPresent() ? Set.of() : wanted.groups;
        Set<String> persons =
                instead.stream().flatMap(Set::stream).map(OfficerId::value).collect(Collectors.toSet());
        for (IdentityLink link : Set.copyOf(task.getCandidates())) {
            if (link.getGroupId() != null && !groups.contains(link.getGroupId())) {
                task.deleteCandidateGroup(link.getGroupId());
            } else if (link.getUserId() != null && !persons.contains(link.getUserId())) {
                task.deleteCandidateUser(link.getUserId());
            }
        }
        Set<String> linked = task.getCandidates().stream()
                .map(link -> link.getGroupId() == null ? link.getUserId() : link.getGroupId())
                .collect(Collectors.toSet());
        groups.stream().filter(group -> !linked.contains(group)).forEach(task::addCandidateGroup);
        persons.stream().filter(person -> !linked.contains(person)).forEach(task::addCandidateUser);
    }

    private static Optional<PetitionId> petition(@Nullable String businessKey) {
        return Optional.ofNullable(businessKey).filter(PetitionId::isNumber).map(PetitionId::new);
    }

    private record Wanted(Set<String> groups, Optional<OfficerId> assignee) {}

    private static Wanted wanted(TaskDefinition definition, VariableScope scope) {
        Set<String> groups = new LinkedHashSet<>();
        definition
                .getCandidateGroupIdExpressions()
                .forEach(group ->
                        groups.add(String.valueOf(group.getValue(scope)).strip()));
        return new Wanted(groups, named(definition, scope));
    }

    private static Optional<OfficerId> named(TaskDefinition definition, VariableScope scope) {
        @Nullable Expression assignee = definition.getAssigneeExpression();
        return Optional.ofNullable(assignee)
                .map(name -> name.getValue(scope))
                .map(name -> new OfficerId(String.valueOf(name)));
    }

    private final class Decorator extends TaskDecorator {
        Decorator(TaskDefinition definition, ExpressionManager expressions) {
            super(definition, expressions);
        }

        @Override
        protected void initializeTaskAssignments(TaskEntity task, VariableScope scope) {
            Optional<Set<OfficerId>> instead = petition(task.getExecution().getProcessBusinessKey())
                    .flatMap(id -> {
                        Wanted wanted = wanted(taskDefinition, scope);
                        return doorkeeper.getObject().insteadOf(id, wanted.groups, wanted.assignee);
                    });
            if (instead.isPresent()) {
                instead.get().forEach(officer -> task.addCandidateUser(officer.value()));
            } else {
                super.initializeTaskAssignments(task, scope);
            }
        }
    }
}
