package org.huiyin.deadline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.TransactionMemory;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/**
 * The clocks of the petitions whose rows this transaction holds: nobody else can change them, so they are read once, and
 * what we write ourselves is noted here. A step asks for its clocks some five times: verbs, due dates, priorities.
 */
@Component
class HeldClocks {
    private final CaseFile cases;
    private final TransactionMemory<Map<PetitionId, List<Clock>>> clocks = new TransactionMemory<>(HashMap::new);

    HeldClocks(CaseFile cases) {
        this.cases = cases;
    }

    /** In the order in which they started. */
    List<Clock> of(PetitionId petition, Supplier<List<Clock>> reading) {
        if (!cases.holds(petition)) {
            return reading.get();
        }
        return List.copyOf(clocks.get().computeIfAbsent(petition, id -> new ArrayList<>(reading.get())));
    }

    /** As it is now in its row. */
    Clock written(Clock clock) {
        clocks.find().map(held -> held.get(clock.petition())).ifPresent(own -> {
            own.removeIf(before -> before.id() == clock.id());
            own.add(clock);
            own.sort((one, other) -> Long.compare(one.id(), other.id()));
        });
        return clock;
    }
}
