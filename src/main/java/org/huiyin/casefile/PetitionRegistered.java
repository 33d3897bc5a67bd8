package org.huiyin.casefile;

import org.huiyin.kernel.PetitionId;

/** A single petition has been entered in the register. A batch publishes none: its life is started behind it. */
public record PetitionRegistered(PetitionId petition) {}
