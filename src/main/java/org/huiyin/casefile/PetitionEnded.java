package org.huiyin.casefile;

import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.PetitionId;

/** The petition has ended with a recorded reason, or its draft was voided. */
public record PetitionEnded(PetitionId petition, EndReason reason) {}
