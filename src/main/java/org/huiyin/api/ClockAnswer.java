package org.huiyin.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockSheet;

/** One clock as the contract names it. */
record ClockAnswer(
        String kind,
        String name,
        String article,
        OffsetDateTime startedAt,
        LocalDate rawDue,
        LocalDate legalDue,
        String lamp,
        String state,
        boolean provisional,
        List<String> explanation) {
    static ClockAnswer of(ClockSheet sheet) {
        Clock clock = sheet.clock();
        return new ClockAnswer(
                clock.kind().code(),
                sheet.name(),
                sheet.article(),
                Times.beijing(clock.start().at()),
                clock.rawDue(),
                clock.legalDue(),
                clock.lamp().name(),
                clock.state().name(),
                clock.provisional(),
                sheet.explanation());
    }
}
