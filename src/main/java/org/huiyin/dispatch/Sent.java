package org.huiyin.dispatch;

import org.huiyin.kernel.OrganId;

/** Where a petition has gone; passed on to a 信访部门 it is forwarded once more from there. */
record Sent(OrganId receiver, boolean passedOn) {}
