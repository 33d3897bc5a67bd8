package org.huiyin.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.huiyin.engine.ForModels;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dates for models: {@code ${due.of(execution,'D4')}}. Public, because expressions call only public classes. */
@ForModels
@Component("due")
public class DueForProcess {
    /** The last moment of a day that was set for one task, and is no clock of the matter. */
    public static final Variable<Date> DUE_BY = new Variable<>("dueBy", Date.class);

    /** When the lamp turns at which an instance waits. */
    public static final Variable<Date> TURNS_AT = DeadlineProcess.TURNS_AT;

    private final DueDays days;
    private final Urgency urgency;

    DueForProcess(DueDays days, Urgency urgency) {
        this.days = days;
        this.urgency = urgency;
    }

    /** What {@link #DUE_BY} is for a task that is to be done on this day at the latest. */
    public static Date endOf(LocalDate day) {
        return Date.from(DueDays.endOf(day));
    }

    /** The end of this clock; none while it is held. */
    public @Nullable Date of(DelegateExecution execution, String code) {
        return date(days.of(petition(execution), ClockKind.ofCode(code)));
    }

    /** 分流: the day of the simplified procedure, the level's part of a chain, the clock of the 信访部门, or of the organ the matter came to directly. */
    public @Nullable Date sorting(DelegateExecution execution) {
        PetitionId petition = petition(execution);
        return date(days.ofRunning(petition, ClockKind.D8)
                .or(() -> days.ofRunning(petition, ClockKind.D2A))
                .or(() -> days.ofFirst(petition, ClockKind.D2, ClockKind.D3)));
    }

    /** 受理告知: the three days of the simplified procedure, then forwarded or direct. */
    public @Nullable Date acceptance(DelegateExecution execution) {
        PetitionId petition = petition(execution);
        return date(
                days.ofRunning(petition, ClockKind.D9).or(() -> days.ofFirst(petition, ClockKind.D4, ClockKind.D3)));
    }

    /** 签收: as long as an objection is possible, its end; then the end of the notice. */
    public @Nullable Date signIn(DelegateExecution execution) {
        return date(days.ofFirst(petition(execution), ClockKind.D5, ClockKind.D4));
    }

    /** The day that was set for this task alone. */
    public Date set(DelegateExecution execution) {
        return DUE_BY.get(execution);
    }

    /** What is decided beside the matter: before the next of its clocks ends. */
    public @Nullable Date next(DelegateExecution execution) {
        return date(days.next(petition(execution)));
    }

    /** 登记送达回执: a target of ours, counted from the day the opinion was sent. */
    public Date receipt(DelegateExecution execution) {
        return Date.from(days.receipt(petition(execution)));
    }

    /** The priority of a new task, by the worst lamp of the petition, or on top where it is pressing (R58). */
    public int priority(DelegateExecution execution) {
        return urgency.priority(petition(execution));
    }

    /** When the lamp of this watch turns next. */
    public Date turn(DelegateExecution watch) {
        return DeadlineProcess.TURNS_AT.get(watch);
    }

    private static PetitionId petition(DelegateExecution execution) {
        return new PetitionId(execution.getProcessBusinessKey());
    }

    private static @Nullable Date date(Optional<Instant> instant) {
        return instant.map(Date::from).orElse(null);
    }
}
