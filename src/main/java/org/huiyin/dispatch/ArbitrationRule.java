package org.huiyin.dispatch;

import org.huiyin.kernel.Article;

/**
 * From when on a dispute about competence is decided by the common superior: a row of {@code dispatch.arbitration_rule}.
 *
 * @param bounces objections and returns, the present one included
 * @param refusing organs that have objected, the present one included
 */
@Article("24")
record ArbitrationRule(int bounces, int refusing) {
    boolean fires(int bounced, int refused) {
        return bounced >= bounces || refused >= refusing;
    }
}
