package org.huiyin.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** By when a task is due: the last second of the plain count of the clock it serves, never while that is held. */
@Component
class DueDays {
    private final Deadlines deadlines;
    private final java.time.Clock time;

    DueDays(Deadlines deadlines, java.time.Clock time) {
        this.deadlines = deadlines;
        this.time = time;
    }

    Optional<Instant> of(PetitionId petition, ClockKind kind) {
        return end(find(petition, kind));
    }

    /** The first of these that is still running in time; otherwise the first that is running at all, or was. */
    Optional<Instant> ofFirst(PetitionId petition, ClockKind preferred, ClockKind other) {
        Optional<Clock> first = deadlines.find(petition, preferred);
        return first.filter(clock -> clock.isRunning() && isInTime(clock))
                .or(() -> deadlines.find(petition, other).filter(Clock::isOpen))
                .or(() -> first)
                .map(this::end)
                .orElseGet(() -> of(petition, other));
    }

    /** While it runs in time; nothing afterwards. */
    Optional<Instant> ofRunning(PetitionId petition, ClockKind kind) {
        return deadlines
                .find(petition, kind)
                .filter(clock -> clock.isRunning() && isInTime(clock))
                .flatMap(this::end);
    }

    /** The first end among the clocks that run in time; of those that are overdue, the last. */
    Optional<Instant> next(PetitionId petition) {
        List<Clock> running =
                deadlines.of(petition).stream().filter(Clock::isRunning).toList();
        return running.stream()
                .filter(this::isInTime)
                .flatMap(clock -> end(clock).stream())
                .min(Comparator.naturalOrder())
                .or(() -> running.stream().flatMap(clock -> end(clock).stream()).max(Comparator.naturalOrder()));
    }

    Instant receipt(PetitionId petition) {
        Clock answered = deadlines.find(petition, ClockKind.D6).orElseGet(() -> find(petition, ClockKind.D10));
        LocalDate sent = LocalDate.ofInstant(answered.endedAt().orElseGet(time::instant), time.getZone());
        return endOf(deadlines.due(ClockKind.T1, sent, answered.holder()).raw());
    }

    private Clock find(PetitionId petition, ClockKind kind) {
        return deadlines
                .find(petition, kind)
                .orElseThrow(() -> new IllegalStateException("a task of petition " + petition.value() + " is due by "
                        + kind.code() + ", which never started"));
    }

    private boolean isInTime(Clock clock) {
        return time.instant().isBefore(clock.span().turns().overdueAt());
    }

    /** A clock of minutes ends within its day, a window of the petitioner may run on after its plain count. */
    private Optional<Instant> end(Clock clock) {
        if (clock.isHeld()) {
            return Optional.empty();
        }
        Instant last = clock.span().turns().overdueAt().minusSeconds(1);
        Instant day = endOf(clock.rawDue());
        return Optional.of(last.isBefore(day) ? last : day);
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(EngineClock.BEIJING).minusSeconds(1).toInstant();
    }
}
