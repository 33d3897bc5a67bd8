package org.huiyin.staffing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.casefile.CleanText;
import org.huiyin.deadline.Lamp;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.HeldTask;
import org.huiyin.engine.TasksInHand;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.RightMissing;
import org.huiyin.organ.Rights;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 工作量: a head sees what each officer has in hand and moves some of it, many at once, or all of a role for good (R28). Each
 * task in a transaction of its own: what was moved stays moved, whatever becomes of the next, and the answer says why.
 */
@Service
public class Workload {
    private static final int MOST = 200;
    private static final int LONGEST_REASON = 200;

    private final TasksInHand tasks;
    private final TaskMoves moves;
    private final WorkloadView view;
    private final Organs organs;
    private final Rights rights;
    private final EngineGateway gateway;
    private final TransactionTemplate transaction;

    Workload(
            TasksInHand tasks,
            TaskMoves moves,
            WorkloadView view,
            Organs organs,
            Rights rights,
            EngineGateway gateway,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.moves = moves;
        this.view = view;
        this.organs = organs;
        this.rights = rights;
        this.gateway = gateway;
        this.transaction = transaction;
    }

    public boolean isForHeads(OfficerId reader) {
        return rights.mayAnywhere(reader, Right.REASSIGN);
    }

    /** Every officer of the reader's organs, whoever has most first. */
    @Transactional(readOnly = true)
    public List<Load> loads(OfficerId reader) {
        List<Officer> staff = staff(reader);
        Map<OfficerId, List<LoadedTask>> held =
                shown(tasks.of(staff.stream().map(Officer::id).toList()), reader).stream()
                        .collect(Collectors.groupingBy(
                                one -> one.task().assignee().orElseThrow()));
        return staff.stream()
                .map(officer -> new Load(
                        officer,
                        organs.isAway(officer.id()),
                        held.getOrDefault(officer.id(), List.of()).stream()
                                .collect(Collectors.groupingBy(LoadedTask::lamp, Collectors.counting()))))
                .sorted(Comparator.comparing(Load::all).reversed())
                .toList();
    }

    /** What one of them has in hand, the most urgent first. */
    @Transactional(readOnly = true)
    public List<LoadedTask> of(OfficerId officer, OfficerId reader) {
        requireHeadOf(officer, reader);
        return shown(tasks.of(List.of(officer)), reader);
    }

    /** What is offered to the groups of the reader's organs and taken by nobody. */
    @Transactional(readOnly = true)
    public List<LoadedTask> waiting(OfficerId reader) {
        List<String> groups = rights.reach(reader, Right.REASSIGN).stream()
                .flatMap(organ -> Stream.of(Role.values()).map(role -> role.groupOf(organ)))
                .toList();
        return groups.isEmpty() ? List.of() : shown(tasks.offeredTo(groups), reader);
    }

    /** Some tasks, whoever has them, to one officer. */
    public List<MoveOutcome> move(Collection<String> chosen, OfficerId to, String reason, OfficerId by) {
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw InvalidInput.of("tasks", "待办", "请选择1至" + MOST + "项。");
        }
        String why = reason(reason);
        requireHeadOf(to, by);
        Set<OrganId> reach = rights.reach(by, Right.REASSIGN);
        Map<String, LoadedTask> seen = new HashMap<>();
        List<HeldTask> found = new LinkedHashSet<>(chosen)
                .stream().flatMap(id -> tasks.find(id).stream()).toList();
        shown(found, by).stream()
                .filter(one -> moves.organOf(one.task()).filter(reach::contains).isPresent())
                .forEach(one -> seen.put(one.task().id(), one));
        return new LinkedHashSet<>(chosen)
                .stream()
                        .map(id -> Optional.ofNullable(seen.get(id))
                                .map(one -> moved(one.task(), to, MoveCause.BALANCE, why, by))
                                .orElseGet(() -> new MoveOutcome(id, Optional.empty(), false, "不在本单位待办之中，或者已经办理，请刷新。")))
                        .toList();
    }

    /** For good: all he has in one role, as when he is transferred or retires. What the reader must not know of moves unnamed. */
    public List<MoveOutcome> handOver(OfficerId from, Role role, OfficerId to, String reason, OfficerId by) {
        if (!organs.findOfficer(from)
                .filter(found -> rights.may(by, Right.KEEP_ABSENCES, found.organ()))
                .isPresent()) {
            throw new RightMissing(Right.KEEP_ABSENCES);
        }
        if (from.equals(to)) {
            throw InvalidInput.of("to", "接办人", "应当是另一名工作人员。");
        }
        String why = reason(reason);
        List<HeldTask> all = tasks.of(List.of(from)).stream()
                .filter(task -> moves.roleOf(task).filter(role::equals).isPresent())
                .toList();
        Set<PetitionId> known = view.titles(petitions(all), by).keySet();
        List<MoveOutcome> outcomes = new ArrayList<>();
        for (HeldTask task : all) {
            MoveOutcome outcome = moved(task, to, MoveCause.HAND_OVER, why, by);
            outcomes.add(
                    known.contains(task.petition())
                            ? outcome
                            : new MoveOutcome(task.id(), Optional.empty(), outcome.done(), outcome.message()));
        }
        return outcomes;
    }

    private MoveOutcome moved(HeldTask task, OfficerId to, MoveCause cause, String reason, OfficerId by) {
        try {
            Optional<String> refused = gateway.as(
                    by,
                    () -> Objects.requireNonNull(
                            transaction.execute(status -> tryToMove(task, to, cause, Optional.of(reason)))));
            return new MoveOutcome(task.id(), Optional.of(task.petition()), refused.isEmpty(), refused.orElse(""));
        } catch (InvalidInput refused) {
            return new MoveOutcome(task.id(), Optional.of(task.petition()), false, words(refused));
        }
    }

    private static String words(InvalidInput refused) {
        return refused.errors().stream().map(FieldError::toString).collect(Collectors.joining("\n"));
    }

    /** A matter whose duty moved with another of its tasks is done. */
    private Optional<String> tryToMove(HeldTask task, OfficerId to, MoveCause cause, Optional<String> reason) {
        if (task.assignee().equals(Optional.of(to))) {
            return Optional.of("已经在接办人手中。");
        }
        Optional<HeldTask> now = moves.stillAs(task);
        if (now.isEmpty()) {
            boolean moved = tasks.find(task.id())
                    .filter(open -> open.assignee().equals(Optional.of(to)))
                    .isPresent();
            return moved ? Optional.empty() : Optional.of("已经办理或者转交他人，请刷新。");
        }
        Optional<String> refusal = moves.refusal(now.get(), to);
        if (refusal.isEmpty()) {
            moves.move(now.get(), to, cause, reason);
        }
        return refusal;
    }

    private List<LoadedTask> shown(List<HeldTask> found, OfficerId reader) {
        Map<PetitionId, String> titles = view.titles(petitions(found), reader);
        return found.stream()
                .filter(task -> titles.containsKey(task.petition()))
                .map(task -> new LoadedTask(
                        task, titles.getOrDefault(task.petition(), ""), lamp(task.priority()), moves.roleOf(task)))
                .sorted(Comparator.comparing((LoadedTask one) -> one.task().priority())
                        .reversed()
                        .thenComparing(
                                one -> one.task().due().orElse(java.time.Instant.MAX), Comparator.naturalOrder()))
                .toList();
    }

    /** The priority of a task is that of the worst lamp of its matter, or above all of them where that is pressing. */
    private static Lamp lamp(int priority) {
        return Stream.of(Lamp.values())
                .filter(lamp -> lamp.priority() <= priority)
                .max(Comparator.comparing(Lamp::priority))
                .orElse(Lamp.GREEN);
    }

    private List<Officer> staff(OfficerId reader) {
        return rights.reach(reader, Right.REASSIGN).stream()
                .flatMap(organ -> organs.staff(organ).stream())
                .toList();
    }

    private void requireHeadOf(OfficerId officer, OfficerId reader) {
        if (organs.findOfficer(officer)
                .filter(found -> rights.may(reader, Right.REASSIGN, found.organ()))
                .isEmpty()) {
            throw new RightMissing(Right.REASSIGN);
        }
    }

    private static List<PetitionId> petitions(List<HeldTask> held) {
        return held.stream().map(HeldTask::petition).distinct().toList();
    }

    private static String reason(String raw) {
        String why = CleanText.of("reason", "理由", raw, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", "理由", "必须填写，会记入案卷。");
        }
        return why;
    }
}
