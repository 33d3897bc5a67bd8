package org.huiyin.deadline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.huiyin.casefile.CaseFile;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The clocks of the petitions whose rows this transaction holds: nobody else can change them, so they are read once, and
 * what we write ourselves is noted here. A step asks for its clocks some five times: verbs, due dates, priorities.
 */
@Component
class HeldClocks {
    private final CaseFile cases;

    HeldClocks(CaseFile cases) {
        this.cases = cases;
    }

    /** In the order in which they started. */
    List<Clock> of(PetitionId petition, Supplier<List<Clock>> reading) {
        if (!cases.holds(petition)) {
            return reading.get();
        }
        Held held = bound();
        if (held == null) {
            held = new Held();
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(held, this) {});
        }
        return List.copyOf(held.clocks.computeIfAbsent(petition, id -> new ArrayList<>(reading.get())));
    }

    /** As it is now in its row. */
    Clock written(Clock clock) {
        Held held = bound();
        @Nullable List<Clock> clocks = held == null ? null : held.clocks.get(clock.petition());
        if (clocks != null) {
            clocks.removeIf(before -> before.id() == clock.id());
            clocks.add(clock);
            clocks.sort((one, other) -> Long.compare(one.id(), other.id()));
        }
        return clock;
    }

    private @Nullable Held bound() {
        return (Held) TransactionSynchronizationManager.getResource(this);
    }

    private static final class Held extends ResourceHolderSupport {
        private final Map<PetitionId, List<Clock>> clocks = new HashMap<>();
    }
}
