package org.huiyin.casefile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The petitions whose rows this transaction holds. Every verb of every module locks first, and a step is many verbs: what is
 * held cannot have been changed by others, so it is read again only after we changed it ourselves.
 */
@Component
class HeldPetitions {
    Optional<Petition> find(PetitionId id) {
        return Optional.ofNullable(bound()).map(held -> held.petitions.get(id));
    }

    void hold(Petition petition) {
        Held held = bound();
        if (held == null) {
            held = new Held();
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(held, this) {});
        }
        held.petitions.put(petition.id(), petition);
        held.rows.add(petition.id());
    }

    boolean isHeld(PetitionId id) {
        Held held = bound();
        return held != null && held.rows.contains(id);
    }

    void changed(PetitionId id) {
        Held held = bound();
        if (held != null) {
            held.petitions.remove(id);
        }
    }

    private @Nullable Held bound() {
        return (Held) TransactionSynchronizationManager.getResource(this);
    }

    private static final class Held extends ResourceHolderSupport {
        private final Map<PetitionId, Petition> petitions = new HashMap<>();
        private final Set<PetitionId> rows = new HashSet<>();
    }
}
