package org.huiyin.staffing;

import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/** A task that was moved because its officer is away; to nobody by name where it was offered to the others. */
record Moved(String task, PetitionId petition, Optional<OfficerId> to) {}
