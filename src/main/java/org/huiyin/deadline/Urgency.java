package org.huiyin.deadline;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** How much a petition hurries: the worst lamp of its clocks is the priority of its open tasks. */
@Component
class Urgency {
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

    void tell(Collection<PetitionId> petitions) {
        Map<PetitionId, Lamp> lamps = new LinkedHashMap<>();
        petitions.forEach(petition -> lamps.put(petition, of(petition)));
        process.prioritise(lamps, time.instant());
    }
}
