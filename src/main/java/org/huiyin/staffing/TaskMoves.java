package org.huiyin.staffing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.StandIns;
import org.huiyin.engine.HeldTask;
import org.huiyin.engine.TasksInHand;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One task of one matter goes to another officer, with the duty behind it: what the models give by name, the petition, its
 * clocks. What the officer had typed stays with nobody: drafts end with the change of hands.
 */
@Component
class TaskMoves {
    /** Addressed to one person as such; nobody acknowledges or decides in his place. */
    private static final Set<String> PERSONAL = Set.of("acknowledgeReport", "decideRecusal");

    private static final String REGISTERING = "register";

    private final TasksInHand tasks;
    private final CaseFile cases;
    private final Bars bars;
    private final StandIns standIns;
    private final Journal journal;
    private final Organs organs;
    private final Rights rights;

    TaskMoves(
            TasksInHand tasks,
            CaseFile cases,
            Bars bars,
            StandIns standIns,
            Journal journal,
            Organs organs,
            Rights rights) {
        this.tasks = tasks;
        this.cases = cases;
        this.bars = bars;
        this.standIns = standIns;
        this.journal = journal;
        this.organs = organs;
        this.rights = rights;
    }

    /** In which role an officer does this; none for what is addressed to one person as such. */
    Optional<Role> roleOf(HeldTask task) {
        if (PERSONAL.contains(task.activity())) {
            return Optional.empty();
        }
        if (task.groups().isEmpty()) {
            return Optional.of(task.activity().startsWith(REGISTERING) ? Role.INTAKE : Role.HANDLE);
        }
        String group = task.groups().get(0);
        return Stream.of(Role.values())
                .filter(role -> group.endsWith("." + role.id()))
                .findFirst();
    }

    /** Why this officer cannot have it; nothing if he can. The petition is held. */
    @Article("28")
    Optional<String> refusal(HeldTask task, OfficerId to) {
        Optional<Role> role = roleOf(task);
        if (role.isEmpty()) {
            return Optional.of("这项待办指名由本人办理，不能改派。");
        }
        Petition petition = cases.lock(task.petition());
        OrganId organ = organOf(task).orElse(petition.organ());
        if (!organs.mayWork(to, organ, role.get())) {
            return Optional.of("接办人不是本单位的" + role.get().label() + "，不能接办。");
        }
        if (organs.isAway(to)) {
            return Optional.of("接办人目前不在岗，请另选。");
        }
        if (!bars.mayKnow(to, petition)
                || (petition.sealed() && !rights.may(to, Right.VIEW_SEALED, petition.organ()))) {
            return Optional.of("接办人不能办理这件事项，请另选。");
        }
        if (role.get() == Role.SIGN && petition.person().filter(to::equals).isPresent()) {
            return Optional.of("接办人是这件事项的承办人，不能审签、审批自己经办的内容。");
        }
        return Optional.empty();
    }

    /** Nothing if it was moved meanwhile: done, or in other hands than those it was seen in. */
    Optional<HeldTask> stillAs(HeldTask seen) {
        cases.lock(seen.petition());
        return tasks.find(seen.id()).filter(now -> now.assignee().equals(seen.assignee()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void move(HeldTask task, OfficerId to, MoveCause cause, Optional<String> reason) {
        Petition petition = cases.lock(task.petition());
        Optional<OfficerId> from = task.assignee();
        if (task.groups().isEmpty() && from.isPresent()) {
            standIns.handOver(petition.id(), from.get(), to);
        } else {
            tasks.give(task, to);
        }
        if (task.groups().isEmpty() && from.isEmpty() && petition.person().isEmpty()) {
            cases.entrust(petition.id(), petition.organ(), Optional.of(to));
        }
        record(task, Optional.of(to), cause, reason);
    }

    /** A draft of a registration stays with whoever began it, and so does what is addressed to him as such. */
    boolean canBeLeft(HeldTask task) {
        return !task.groups().isEmpty()
                || roleOf(task).filter(Role.HANDLE::equals).isPresent();
    }

    /** Nobody has it by name: the group it came from is offered it again, or the others of his post. */
    @Transactional(propagation = Propagation.MANDATORY)
    void leave(HeldTask task, MoveCause cause) {
        cases.lock(task.petition());
        if (task.groups().isEmpty()) {
            standIns.leaveToOthers(task.petition(), task.assignee().orElseThrow());
        } else {
            tasks.release(task);
        }
        record(task, Optional.empty(), cause, Optional.empty());
    }

    private void record(HeldTask task, Optional<OfficerId> to, MoveCause cause, Optional<String> reason) {
        Map<String, String> facts = new HashMap<>(Map.of("task", task.name(), "cause", cause.name()));
        to.ifPresent(officer -> facts.put("person", officer.value()));
        task.assignee().ifPresent(officer -> facts.put("before", officer.value()));
        journal.write(task.petition(), JournalKind.TASK_REASSIGNED, facts, reason);
    }

    /** The organ whose work it is: of the group, or of whoever has it by name. */
    Optional<OrganId> organOf(HeldTask task) {
        if (task.groups().isEmpty()) {
            return task.assignee().flatMap(organs::findOfficer).map(Officer::organ);
        }
        String group = task.groups().get(0);
        return Optional.of(new OrganId(group.substring(0, group.lastIndexOf('.'))));
    }
}
