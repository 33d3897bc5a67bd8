package org.huiyin.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.DecisionRow;
import org.huiyin.engine.Decisions;
import org.huiyin.engine.EngineClock;
import org.huiyin.engine.EngineGateway;
import org.huiyin.handling.Extensions;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 取下一件: of what is offered to an officer and taken by nobody, the matter that comes first by the table
 * {@code nextMatter.dmn} becomes his. Two who ask at once never get the same one (ADR 39).
 */
@Service
class NextMatter {
    static final String TABLE = "nextMatter";

    /** So many of the most pressing by lamp and day are put in order by the table. */
    static final int MOST = 200;

    private static final int FARTHEST = 60;

    private final WebappLogin login;
    private final CaseAccess access;
    private final MatterView matters;
    private final OpenDrafts drafts;
    private final Extensions extensions;
    private final Decisions decisions;
    private final CaseFile cases;
    private final Journal journal;
    private final EngineGateway engine;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** A task that he could take, and the rows of the table that speak for it. */
    record Ranked(TaskAtHand task, MatterFacts matter, List<DecisionRow> reasons) {
        private static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::points)
                .reversed()
                .thenComparing(ranked -> ranked.task().due().orElse(Instant.MAX))
                .thenComparing(ranked -> ranked.task().since())
                .thenComparing(ranked -> ranked.task().id());

        int points() {
            return reasons.stream().mapToInt(row -> row.number("points")).sum();
        }

        @Override
        public String toString() {
            return "Ranked[" + matter.id() + ", " + points() + "]";
        }
    }

    NextMatter(
            WebappLogin login,
            CaseAccess access,
            MatterView matters,
            OpenDrafts drafts,
            Extensions extensions,
            Decisions decisions,
            CaseFile cases,
            Journal journal,
            EngineGateway engine,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.login = login;
        this.access = access;
        this.matters = matters;
        this.drafts = drafts;
        this.extensions = extensions;
        this.decisions = decisions;
        this.cases = cases;
        this.journal = journal;
        this.engine = engine;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whose row another holds just now is most likely being taken: the next one is tried first, and those at the end. */
    Optional<Ranked> take() {
        OfficerId officer = login.officer();
        List<Ranked> held = new ArrayList<>();
        for (Ranked candidate : ranked(officer)) {
            switch (tryToTake(candidate.task(), officer, cases::lockIfFree)) {
                case TAKEN -> {
                    return Optional.of(candidate);
                }
                case HELD -> held.add(candidate);
                case GONE -> {}
            }
        }
        return held.stream()
                .filter(candidate ->
                        tryToTake(candidate.task(), officer, id -> Optional.of(cases.lock(id))) == Attempt.TAKEN)
                .findFirst();
    }

    /** The step of this matter that is his already or that he may take: whoever has done one step is offered the next. */
    Optional<TaskAtHand> stepOf(PetitionId petition) {
        OfficerId officer = login.officer();
        return login.stepsOf(petition).stream()
                .filter(task -> isHis(task, officer) || isStillHis(task, officer))
                .findFirst();
    }

    /** Like {@link #stepOf}; what was offered is his afterwards. */
    Optional<TaskAtHand> takeStepOf(PetitionId petition) {
        OfficerId officer = login.officer();
        return stepOf(petition)
                .filter(task -> isHis(task, officer)
                        || tryToTake(task, officer, id -> Optional.of(cases.lock(id))) == Attempt.TAKEN);
    }

    private boolean isHis(TaskAtHand task, OfficerId officer) {
        return task.assignee().filter(officer::equals).isPresent()
                && access.beside(officer, task.petition()).isPresent();
    }

    /** The first comes first. */
    List<Ranked> ranked(OfficerId officer) {
        List<TaskAtHand> offered = login.offered(MOST);
        boolean seesSealed = access.seesSealed(officer);
        Map<PetitionId, MatterFacts> facts = matters.of(
                officer, offered.stream().map(TaskAtHand::petition).distinct().toList());
        return offered.stream()
                .flatMap(task -> Stream.ofNullable(facts.get(task.petition()))
                        .filter(matter -> seesSealed || !matter.sealed())
                        .map(matter -> new Ranked(task, matter, reasons(task, matter))))
                .sorted(Ranked.ORDER)
                .toList();
    }

    private enum Attempt {
        TAKEN,
        HELD,
        GONE
    }

    /** One transaction each, so that nobody waits for a row while holding another. */
    private Attempt tryToTake(TaskAtHand task, OfficerId officer, Function<PetitionId, Optional<Petition>> lock) {
        try {
            return transaction.execute(tx -> {
                if (lock.apply(task.petition()).isEmpty()) {
                    return Attempt.HELD;
                }
                return isStillHis(task, officer) ? claim(task, officer) : Attempt.GONE;
            });
        } catch (TaskAlreadyClaimedException | OptimisticLockingException | NullValueException takenMeanwhile) {
            return Attempt.GONE;
        }
    }

    /** Asked again under the lock; whoever drafted a paper or asks for more time is not given it to decide (two persons). */
    private boolean isStillHis(TaskAtHand task, OfficerId officer) {
        return login.isOffered(task)
                && access.beside(officer, task.petition()).isPresent()
                && !drafts.isUndecidedDraftOf(officer, task.petition())
                && extensions
                        .openRequest(task.petition())
                        .filter(asked -> asked.requestedBy().equals(officer))
                        .isEmpty();
    }

    private Attempt claim(TaskAtHand task, OfficerId officer) {
        return engine.as(officer, () -> {
            journal.write(task.petition(), JournalKind.TASK_TAKEN, Map.of("task", task.name()));
            engine.claim(task.id());
            return Attempt.TAKEN;
        });
    }

    private List<DecisionRow> reasons(TaskAtHand task, MatterFacts matter) {
        LocalDate today = LocalDate.now(clock);
        return decisions.evaluate(
                TABLE,
                Map.of(
                        "urgent", matter.urgent(),
                        "lamp", matter.lamp().name(),
                        "daysLeft", task.due().map(due -> days(today, day(due))).orElse(FARTHEST),
                        "collective", matter.collective(),
                        "repeated", matter.repeated(),
                        "daysUntaken", days(day(task.since()), today)));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, EngineClock.BEIJING);
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) Math.max(-FARTHEST, Math.min(FARTHEST, ChronoUnit.DAYS.between(from, to)));
    }
}
