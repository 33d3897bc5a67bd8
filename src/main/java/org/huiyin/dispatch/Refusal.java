package org.huiyin.dispatch;

import java.time.LocalDate;
import org.huiyin.kernel.OrganId;

/** An organ that objected, and whom it proposed instead; why is in its letter and in the journal. */
record Refusal(OrganId organ, OrganId proposedOrgan, String number, LocalDate on) {}
