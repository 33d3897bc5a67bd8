package org.huiyin.casefile;

import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/** Who answered for a petition in person no longer does; his clocks are another's, or the organ's. */
public record PersonReplaced(PetitionId petition, OfficerId before, Optional<OfficerId> now) {}
