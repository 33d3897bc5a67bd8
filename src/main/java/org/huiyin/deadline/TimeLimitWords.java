package org.huiyin.deadline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganLevel;
import org.huiyin.organ.Organs;

/** Time limits in the words of a list. */
final class TimeLimitWords {
    private TimeLimitWords() {}

    /** 全国, a region, or an organ with what is below it; and the level where the row is for one. */
    static String scope(TimeLimit row, Organs organs) {
        String where = row.organ()
                .flatMap(organs::find)
                .map(Organ::name)
                .map(name -> name + "及下级")
                .orElse(row.isNational() ? "全国" : "地区" + row.region());
        return where + level(row);
    }

    /** What changes, from the row that holds in this scope before. */
    static String change(TimeLimit row, List<TimeLimit> rows, Organs organs) {
        Optional<TimeLimit> before = rows.stream()
                .filter(other -> other.kind() == row.kind()
                        && other.region().equals(row.region())
                        && other.organ().equals(row.organ())
                        && other.level().equals(row.level())
                        && !other.validFrom().isAfter(row.validFrom()))
                .max(Comparator.comparing(TimeLimit::validFrom));
        String what = before.map(old -> old.span().equals(row.span()) ? row.span() : old.span() + "改为" + row.span())
                .orElse(row.span());
        return row.kind().code() + " " + row.name() + "：" + what + "（" + scope(row, organs) + "，自"
                + Explanation.day(row.validFrom()) + "起）";
    }

    static String warning(TimeLimit row) {
        Warning warning = row.warning();
        String yellow = "剩余" + warning.yellowPercent() + "%";
        if (row.unit() == Unit.CLOCK) {
            return yellow + "转黄，剩余" + warning.redPercent() + "%转红";
        }
        String days = warning.yellowWorkingDays() == 0 ? "" : "或" + warning.yellowWorkingDays() + "个工作日";
        String red = warning.redWorkingDays() == 0 ? "最后一个工作日" : "剩余" + warning.redWorkingDays() + "个工作日";
        return yellow + days + "转黄，" + red + "转红";
    }

    private static String level(TimeLimit row) {
        return switch (row.level()) {
            case "ANY" -> "";
            case "NATION" -> "，中央";
            case "PROVINCE" -> "，省级";
            default -> "，" + OrganLevel.valueOf(row.level()).label();
        };
    }
}
