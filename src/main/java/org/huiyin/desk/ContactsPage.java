package org.huiyin.desk;

import java.util.List;

/** Whom to ask about a matter in each organ that has to do with it; empty strings are not shown. */
record ContactsPage(List<Line> organs) {
    /**
     * @param parts what the organ has to do with the matter
     * @param person who has the matter in hand there
     * @param responsible 第一责任人
     */
    record Line(String organ, String parts, String person, String responsible, String telephone) {}
}
