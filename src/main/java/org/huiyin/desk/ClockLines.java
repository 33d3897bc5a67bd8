package org.huiyin.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockSheet;
import org.huiyin.desk.CasePage.ClockLine;
import org.huiyin.engine.EngineClock;

/** The clocks of a petition as the panel shows them, those that run or are held first. */
final class ClockLines {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);
    private static final Comparator<ClockSheet> OPEN_FIRST = Comparator.<ClockSheet, Boolean>comparing(
                    sheet -> !sheet.clock().isOpen())
            .thenComparing(ClockSheet::due);

    private final LocalDate today;

    ClockLines(LocalDate today) {
        this.today = today;
    }

    List<ClockLine> of(List<ClockSheet> sheets) {
        return sheets.stream().sorted(OPEN_FIRST).map(this::line).toList();
    }

    private ClockLine line(ClockSheet sheet) {
        Clock clock = sheet.clock();
        return new ClockLine(
                sheet.name(),
                sheet.article(),
                clock.isRunning() ? clock.lamp().name() : clock.isHeld() ? "HELD" : "DONE",
                clock.isRunning() ? clock.lamp().label() : clock.state().label(),
                clock.isRunning() ? due(sheet) : clock.isHeld() ? "暂停计时，恢复后接着计算剩余的日数" : ended(clock),
                clock.isOpen() && clock.provisional(),
                sheet.explanation());
    }

    private String due(ClockSheet sheet) {
        long left = ChronoUnit.DAYS.between(today, sheet.due());
        String rest = left < 0 ? "已超过 " + -left + " 天" : left == 0 ? "今天到期" : "还剩 " + left + " 天";
        LocalDate legal = sheet.clock().legalDue();
        String rolled = legal.equals(sheet.due()) ? "" : "；遇节假日，法定届满日为 " + DAY.format(legal);
        return DAY.format(sheet.due()) + " 到期，" + rest + rolled;
    }

    private static String ended(Clock clock) {
        return clock.endedAt()
                .map(at -> DAY.format(at.atZone(EngineClock.BEIJING))
                        + clock.state().label())
                .orElse("");
    }
}
