package org.huiyin.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The petitions whose rows this transaction holds. Every verb of every module locks first, and a step is many verbs: what is
 * held cannot be changed by others, and what we change ourselves is noted here.
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
    }

    boolean isHeld(PetitionId id) {
        return find(id).isPresent();
    }

    private @Nullable Held bound() {
        return (Held) TransactionSynchronizationManager.getResource(this);
    }

    private static final class Held extends ResourceHolderSupport {
        private final Map<PetitionId, Petition> petitions = new HashMap<>();
    }
}
