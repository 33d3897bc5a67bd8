package org.huiyin.intake;

/** Where a petition goes once its class is decided: the answers of the gateway {@code whichWay}. */
enum Way {
    /** To the organ that is competent, be it this one. */
    FORWARD,
    /** To a legal procedure outside petition work (article 31, items 1 to 5). */
    GUIDE,
    /** Nowhere: not taken up again, and told so (articles 19 and 36). */
    DECLINE,
    /** 检举控告: out of the ordinary life into the process of its own circle (article 30). */
    APART
}
