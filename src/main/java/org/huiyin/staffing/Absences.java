package org.huiyin.staffing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.Actor;
import org.huiyin.engine.HeldTask;
import org.huiyin.engine.TasksInHand;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.organ.Absence;
import org.huiyin.organ.AbsenceBook;
import org.huiyin.organ.AbsenceState;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.RightMissing;
import org.huiyin.organ.Rights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 离岗: while an officer is away his tasks and duties are with his deputy, or with the others of his group where the deputy must
 * not have them; when he is back, what is still open comes back if that was chosen (R28).
 */
@Service
@Transactional
public class Absences {
    private final AbsenceBook book;
    private final AbsenceProcess process;
    private final TaskMoves moves;
    private final MovedTaskTable moved;
    private final TasksInHand tasks;
    private final CaseFile cases;
    private final Organs organs;
    private final Rights rights;
    private final Clock clock;

    Absences(
            AbsenceBook book,
            AbsenceProcess process,
            TaskMoves moves,
            MovedTaskTable moved,
            TasksInHand tasks,
            CaseFile cases,
            Organs organs,
            Rights rights,
            Clock clock) {
        this.book = book;
        this.process = process;
        this.moves = moves;
        this.moved = moved;
        this.tasks = tasks;
        this.cases = cases;
        this.organs = organs;
        this.rights = rights;
        this.clock = clock;
    }

    /** By himself, by the head of his organ, or by an administrator; one that begins today begins at once. */
    public Absence declare(Absence absence, OfficerId by) {
        require(absence.officer(), by);
        Absence entered = book.enter(absence, by);
        boolean begun = !entered.from().isAfter(LocalDate.now(clock));
        book.begun(entered.id(), process.start(entered, begun));
        return book.get(entered.id());
    }

    /** He is back early, or does not go at all. */
    public void endEarly(long id, boolean comeBack, OfficerId by) {
        Absence absence = book.get(id);
        require(absence.officer(), by);
        if (!absence.isAhead()) {
            throw InvalidInput.of("absence", "离岗", "已经返岗或者取消，请刷新。");
        }
        book.chooseComeBack(id, comeBack);
        if (absence.state() == AbsenceState.PLANNED) {
            book.end(id, AbsenceState.CANCELLED, by);
        }
        process.leave(absence.instance().orElseThrow());
    }

    /** What is planned or running of this officer and, for heads, of his organ. */
    @Transactional(readOnly = true)
    public List<Absence> visibleTo(OfficerId reader) {
        List<OfficerId> officers = organs.organOf(reader).stream()
                .flatMap(organ -> organs.staff(organ.id()).stream())
                .map(Officer::id)
                .filter(officer -> mayDeclare(officer, reader))
                .toList();
        return book.ahead(officers);
    }

    public boolean mayDeclare(OfficerId officer, OfficerId by) {
        return officer.equals(by)
                || organs.findOfficer(officer)
                        .filter(found -> rights.may(by, Right.KEEP_ABSENCES, found.organ()))
                        .isPresent();
    }

    Absence begin(long id) {
        Absence absence = book.get(id);
        book.begin(id);
        for (HeldTask seen : tasks.of(List.of(absence.officer()))) {
            moves.stillAs(seen).ifPresent(task -> stepIn(absence, task));
        }
        return absence;
    }

    void end(long id) {
        Absence absence = book.get(id);
        book.end(id, AbsenceState.OVER, Actor.current());
        if (absence.comeBack()) {
            moved.of(id).forEach(one -> comeBack(absence.officer(), one));
        }
    }

    private void stepIn(Absence absence, HeldTask task) {
        Optional<OfficerId> deputy = moves.roleOf(task)
                .flatMap(role -> organs.deputyOf(absence.officer(), role))
                .filter(officer -> moves.refusal(task, officer).isEmpty());
        if (deputy.isPresent()) {
            moves.move(task, deputy.get(), MoveCause.ABSENCE, Optional.empty());
        } else if (moves.canBeLeft(task)) {
            moves.leave(task, MoveCause.ABSENCE);
        } else {
            return;
        }
        moved.insert(absence.id(), new Moved(task.id(), task.petition(), deputy), clock.instant());
    }

    /** What the deputy has finished is finished; what another took keeps its holder. */
    private void comeBack(OfficerId officer, Moved one) {
        Petition petition = cases.lock(one.petition());
        Optional<HeldTask> open = tasks.find(one.task());
        Optional<HeldTask> his = open.filter(task -> task.assignee().equals(one.to()))
                .or(() -> one.to()
                        .filter(deputy -> petition.person().equals(Optional.of(deputy)))
                        .flatMap(deputy -> byName(petition, deputy)));
        his.filter(task -> moves.refusal(task, officer).isEmpty())
                .ifPresent(task -> moves.move(task, officer, MoveCause.RETURN, Optional.empty()));
    }

    /** The step that the matter has come to meanwhile. */
    private Optional<HeldTask> byName(Petition petition, OfficerId deputy) {
        return tasks.of(List.of(deputy)).stream()
                .filter(task ->
                        task.petition().equals(petition.id()) && task.groups().isEmpty())
                .findFirst();
    }

    private void require(OfficerId officer, OfficerId by) {
        if (organs.findOfficer(officer).filter(Officer::valid).isEmpty()) {
            throw InvalidInput.of("officer", "离岗人员", "没有这名工作人员，请从列表中选择。");
        }
        if (!mayDeclare(officer, by)) {
            throw new RightMissing(Right.KEEP_ABSENCES);
        }
    }
}
