package org.huiyin.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** From one day to another, both of them in it. */
public record ReportPeriod(LocalDate from, LocalDate to) {
    /** So that one figure never mixes more than one year's work. */
    static final int LONGEST_DAYS = 366;

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2199;

    /** A row of counts that lies in it as a whole. */
    record Piece(String grain, LocalDate from, LocalDate before) {}

    public static ReportPeriod of(@Nullable String from, @Nullable String to) {
        List<FieldError> errors = new ArrayList<>();
        Optional<LocalDate> first = day("from", "起始日期", from, errors);
        Optional<LocalDate> last = day("to", "截止日期", to, errors);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        ReportPeriod period = new ReportPeriod(first.orElseThrow(), last.orElseThrow());
        if (period.from.isAfter(period.to)) {
            throw InvalidInput.of("from", "起始日期", "起始日期在截止日期之后，请对调。");
        }
        if (period.from.plusDays(LONGEST_DAYS).compareTo(period.to) <= 0) {
            throw InvalidInput.of("to", "截止日期", "一次最多统计一年（" + LONGEST_DAYS + "日），请缩短时段或者分年统计。");
        }
        return period;
    }

    private static Optional<LocalDate> day(String field, String label, @Nullable String text, List<FieldError> errors) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return Optional.of(day);
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        errors.add(new FieldError(field, label, "请填写年月日，例如 2026-03-01。"));
        return Optional.empty();
    }

    LocalDate before() {
        return to.plusDays(1);
    }

    /** Whole months where that will do; the month that is running is read day by day, since what is open is told apart in it. */
    List<Piece> pieces(LocalDate today) {
        List<Piece> pieces = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.isAfter(YearMonth.from(to)); month = month.plusMonths(1)) {
            LocalDate first = month.atDay(1);
            LocalDate next = first.plusMonths(1);
            boolean whole = !first.isBefore(from) && !next.isAfter(before()) && !month.equals(YearMonth.from(today));
            pieces.add(
                    whole
                            ? new Piece("MONTH", first, next)
                            : new Piece(
                                    "DAY",
                                    first.isBefore(from) ? from : first,
                                    next.isAfter(before()) ? before() : next));
        }
        return pieces;
    }
}
