package org.huiyin.lifecycle;

import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** A draft with its number, and the organ that owes its registration. */
record OpenedDraft(PetitionId petition, OrganId organ) {}
