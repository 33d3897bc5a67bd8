package org.huiyin.supervision;

import org.huiyin.casefile.PetitionState;
import org.huiyin.kernel.OrganId;

/** So many open matters stand with this organ in this stage under this lamp; {@code NONE} where no clock of an organ runs. */
public record Standing(OrganId organ, PetitionState stage, String lamp, long matters) {}
