package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.OrganId;

/**
 * What the law gives: a row of {@code deadline.time_limit}.
 *
 * @param region where it holds, with everything in it
 * @param organ whose own row this is, with all below it
 * @param length in the unit; none where a paper sets the date
 * @param countedBack counted back from a day that is set
 * @param holdArticle by which document and article the clock may be held; none where nothing stops it
 * @param extension who may lengthen it; none where nobody may
 */
record TimeLimit(
        long id,
        ClockKind kind,
        Region region,
        Optional<OrganId> organ,
        String level,
        LocalDate validFrom,
        String name,
        Optional<Integer> length,
        Unit unit,
        boolean countedBack,
        String startsWith,
        String law,
        String article,
        Basis basis,
        boolean petitionerWindow,
        Optional<String> holdArticle,
        Optional<Extending> extension,
        Warning warning) {
    /** How the row speaks of its extension: with days of its own, or with those of another clock's row (D7 for D6). */
    record Extending(ExtensionBy by, Optional<ClockKind> clock, Optional<Integer> days, Optional<String> article) {}

    boolean holdAllowed() {
        return holdArticle.isPresent();
    }

    boolean isNational() {
        return organ.isEmpty() && region.isNation();
    }

    /** Days, or minutes where the unit is those. */
    int count() {
        return length.orElseThrow(() -> new IllegalStateException(kind + " ends on a date that a paper sets"));
    }

    String rule() {
        return "规则：" + kind.code() + " " + name + "，" + span() + "，依据" + source() + "（" + firmness() + "）。";
    }

    /** What is a default for the country is the rule itself where it comes from. */
    private String firmness() {
        return basis == Basis.LOCAL && !isNational() ? "地方规定" : basis.label();
    }

    /** Document and article. */
    String source() {
        return law + article;
    }

    String span() {
        return switch (unit) {
            case CALENDAR_DAY -> (countedBack ? "提前" : "") + count() + "日";
            case WORKING_DAY -> count() + "个工作日";
            case CLOCK -> count() + "分钟";
            case DATE -> "期限由文书指定";
        };
    }
}
