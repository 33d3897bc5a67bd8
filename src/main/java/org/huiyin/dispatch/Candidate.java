package org.huiyin.dispatch;

import org.huiyin.kernel.OrganId;

/**
 * An organ that may be competent, as routing.dmn ranks it.
 *
 * @param order 1 is best
 * @param row the row of the table that fired
 * @param reason why, in Chinese, with the duty it rests on
 */
record Candidate(OrganId organ, String name, int order, String row, String reason) {}
