package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.huiyin.deadline.CalendarYear;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.Due;
import org.huiyin.deadline.Region;
import org.huiyin.deadline.Unit;
import org.huiyin.deadline.WorkingCalendar;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Working days, and the last day of a period with the reasons for it. */
@RestController
@RequestMapping("/api/v1/calendar")
@Tag(name = "工作日历")
class CalendarApi {
    private static final int FIRST = 1949;
    private static final int LAST = 2199;

    private final Deadlines deadlines;
    private final WorkingCalendar calendar;

    CalendarApi(Deadlines deadlines, WorkingCalendar calendar) {
        this.deadlines = deadlines;
        this.calendar = calendar;
    }

    record Period(
            @Nullable String start,
            @Nullable Integer length,
            @Nullable String unit,
            @Nullable String region) {}

    @GetMapping("/{year}")
    @Operation(summary = "一年的工作日历", description = "放假日和调休上班日；其余按星期。provisional 表示放假通知尚未公布。region 为六位行政区划代码，不填为全国。")
    CalendarYear year(@PathVariable String year, @RequestParam(required = false) @Nullable String region) {
        if (!year.matches("\\d{4}") || isOutside(Integer.parseInt(year))) {
            throw new NotFound("年份应为1949至2199之间的四位数字。");
        }
        return calendar.year(Integer.parseInt(year), Region.read("region", region));
    }

    @PostMapping("/due")
    @Operation(summary = "计算到期日", description = "当日不计；unit 为 WORKING_DAY 或 CALENDAR_DAY；region 为六位行政区划代码，不填为全国。")
    Due due(@RequestBody Period period) {
        if (period.length() == null) {
            throw InvalidInput.of("length", "日数", "请填写日数。");
        }
        Region region = Region.read("region", period.region());
        return deadlines.due(start(period.start()), period.length(), unit(period.unit()), region);
    }

    private static LocalDate start(@Nullable String text) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text.strip());
            if (!isOutside(day.getYear())) {
                return day;
            }
        } catch (DateTimeParseException notADate) {
            // said below
        }
        throw InvalidInput.of("start", "起算日", "日期应为“年-月-日”，例如 2026-11-20。");
    }

    private static Unit unit(@Nullable String word) {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.name().equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("unit", "单位", "应为自然日（CALENDAR_DAY）或者工作日（WORKING_DAY）。"));
    }

    private static boolean isOutside(int year) {
        return year < FIRST || year > LAST;
    }
}
