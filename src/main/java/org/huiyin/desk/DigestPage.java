package org.huiyin.desk;

import java.util.List;

/** The lamps that turned today, as an officer reads them: one digest, however many matters. */
record DigestPage(String day, boolean unread, List<Line> lines, List<Reminded> reminders) {
    /** @param ended the clock has been met or cancelled since */
    record Line(String number, String title, String clock, String lamp, String lampLabel, String due, boolean ended) {}

    /** Who reminded of it and when, in one sentence, and in which words; here until it is answered. */
    record Reminded(String number, String title, String told, String asked) {}
}
