package org.huiyin.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.engine.TransactionMemory;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/**
 * The petitions whose rows this transaction holds. Every verb of every module locks first, and a step is many verbs: what is
 * held cannot be changed by others, and what we change ourselves is noted here.
 */
@Component
class HeldPetitions {
    private final TransactionMemory<Map<PetitionId, Petition>> petitions = new TransactionMemory<>(HashMap::new);

    Optional<Petition> find(PetitionId id) {
        return petitions.find().map(held -> held.get(id));
    }

    void hold(Petition petition) {
        petitions.get().put(petition.id(), petition);
    }

    boolean isHeld(PetitionId id) {
        return find(id).isPresent();
    }
}
