package org.huiyin.deadline;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.engine.EngineGateway.Haste;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** How much a petition hurries: the worst lamp of its clocks is the priority of its open tasks. */
@Component
class Urgency {
    /** Above that of every lamp. */
    static final int PRESSING = 100;

    private final ClockTable clocks;
    private final TimeLimits limits;
    private final DeadlineProcess process;
    private final java.time.Clock time;

    Urgency(ClockTable clocks, TimeLimits limits, DeadlineProcess process, java.time.Clock time) {
        this.clocks = clocks;
        this.limits = limits;
        this.process = process;
        this.time = time;
    }

    /** A window of the petitioner hurries no officer. */
    boolean isOfPetitioner(Clock clock) {
        return limits.of(clock).petitionerWindow();
    }

    Lamp of(PetitionId petition) {
        return clocks.of(petition).stream()
                .filter(Clock::isRunning)
                .filter(clock -> !isOfPetitioner(clock))
                .map(Clock::lamp)
                .max(Comparator.naturalOrder())
                .orElse(Lamp.GREEN);
    }

    /** R58: what is marked as major or urgent goes before every lamp. */
    int priority(PetitionId petition) {
        return isPressing(petition) ? PRESSING : of(petition).priority();
    }

    private boolean isPressing(PetitionId petition) {
        return clocks.latest(petition, ClockKind.T2).filter(Clock::isRunning).isPresent();
    }

    /** The open tasks hurry as much as their petition; what is pressing or has left green is to be followed up. */
    void tell(Collection<PetitionId> petitions) {
        Map<PetitionId, Haste> haste = new LinkedHashMap<>();
        for (PetitionId petition : petitions) {
            int priority = priority(petition);
            haste.put(
                    petition,
                    new Haste(priority, Optional.of(time.instant()).filter(now -> priority != Lamp.GREEN.priority())));
        }
        process.prioritise(haste);
    }
}
