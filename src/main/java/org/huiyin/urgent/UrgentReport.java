package org.huiyin.urgent;

import java.time.Clock;
import java.time.Instant;
import org.huiyin.casefile.CleanText;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;

/** 重大紧急信息: what is reported, as the officer who learned of it writes it. */
@Article("25")
public record UrgentReport(
        UrgentKind kind,
        UrgentLevel level,
        int people,
        String place,
        String situation,
        String measures,
        Instant knownAt) {
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_PEOPLE = 1_000_000;

    public UrgentReport {
        place = required("place", "地点", place, LONGEST_PLACE);
        situation = required("situation", "情况和理由", situation, LONGEST_TEXT);
        measures = required("measures", "已采取的措施", measures, LONGEST_TEXT);
        if (people < 0 || people > MOST_PEOPLE) {
            throw InvalidInput.of("people", "涉及人数", "应为0至" + MOST_PEOPLE + "之间的整数，不清楚的填0。");
        }
    }

    /** The hour of D21 runs from when it was known, and nobody knows tomorrow. */
    void refuseFuture(Clock clock) {
        if (knownAt.isAfter(clock.instant())) {
            throw InvalidInput.of("knownAt", "知悉时间", "不能晚于现在，请核对。");
        }
    }

    private static String required(String field, String label, String typed, int longest) {
        String text = CleanText.of(field, label, typed, longest);
        if (text.isEmpty()) {
            throw InvalidInput.of(field, label, "必须填写。");
        }
        return text;
    }

    @Override
    public String toString() {
        return "UrgentReport[" + kind + "]";
    }
}
