package org.huiyin.intake;

import java.time.Instant;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** A petition registered in bulk, with what its life begins from. */
record ImportedPetition(PetitionId petition, OrganId organ, Instant receivedAt) {}
