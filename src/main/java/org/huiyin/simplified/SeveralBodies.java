package org.huiyin.simplified;

import org.huiyin.kernel.PetitionId;

/** Told by whoever sends matters on: whether others than the lead take part in this one. */
@FunctionalInterface
public interface SeveralBodies {
    boolean concern(PetitionId petition);
}
