package org.huiyin.casefile;

import org.huiyin.kernel.PetitionId;

/** An officer has said what this matter is to an earlier one. */
public record MatterLinked(PetitionId petition, LinkKind kind) {}
