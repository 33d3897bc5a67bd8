package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;

/**
 * A clock that was held: the first day was still counted, the days after it up to and including the last were not.
 *
 * @param until the day it was released; none while it is held
 */
record Hold(LocalDate from, Optional<LocalDate> until, String reason, OfficerId by) {}
