package org.huiyin.supervision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.huiyin.supervision.IndicatorTable.Behind;
import org.huiyin.supervision.IndicatorTable.Count;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 指标: each with its numerator and its denominator, and the matters behind both (ADR 47). */
@Service
@Transactional(readOnly = true)
public class Indicators {
    /** Below this a rate says more than is known: only counts are shown. */
    public static final int FEWEST = 30;

    private static final int PAGE = 50;
    private static final int RATE_DIGITS = 4;

    private final IndicatorTable table;
    private final MatterTable matters;
    private final Rights rights;
    private final Organs organs;
    private final Clock clock;

    Indicators(IndicatorTable table, MatterTable matters, Rights rights, Organs organs, Clock clock) {
        this.table = table;
        this.matters = matters;
        this.rights = rights;
        this.organs = organs;
        this.clock = clock;
    }

    /** All indicators of the organs his board reaches, or of those of them that stand under this one. */
    public List<Reading> read(OfficerId reader, Optional<OrganId> within, ReportPeriod period) {
        LocalDate today = LocalDate.now(clock);
        Map<Measure, Map<Outcome, Count>> counts =
                table.counts(reach(reader, within), period, today, today.minusDays(table.echoDays()));
        boolean provisional = !period.to().isBefore(today);
        return Arrays.stream(Indicator.values())
                .map(indicator -> reading(indicator, counts.getOrDefault(indicator.measure(), Map.of()), provisional))
                .toList();
    }

    /** As {@link #read}, for a caller who names the organ: what lies outside of his board is refused and not left out. */
    public List<Reading> readOf(OfficerId reader, Optional<OrganId> organ, ReportPeriod period) {
        rights.require(reader, Right.VIEW_BOARD);
        organ.ifPresent(named -> {
            if (organs.find(named).isEmpty()) {
                throw InvalidInput.of("organ", "机关", "没有这个机关，请填写机关的编号，例如 binjiangHousingBureau。");
            }
            if (!rights.may(reader, Right.VIEW_BOARD, named)) {
                throw new OutOfReach(organs.get(named).name());
            }
        });
        return read(reader, organ, period);
    }

    /** What he may open of the matters that an indicator counts. */
    public MatterPage matters(OfficerId reader, IndicatorQuery query) {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = today.minusDays(table.echoDays());
        BoardReach shown = reach(reader, query.within()).toShow(rights);
        BoardReach opened = reach(reader, Optional.empty()).toShow(rights);
        List<Behind> found = table.behind(shown, opened, query, today, since, PAGE + 1);
        List<Behind> page = found.stream().limit(PAGE).toList();
        Map<String, MatterRow> rows = matters.of(
                page.stream().map(one -> one.place().petition()).distinct().toList(), today);
        return new MatterPage(
                page.stream()
                        .flatMap(one -> Optional.ofNullable(rows.get(one.place().petition()))
                                .map(row -> row.countedAs(counted(query, one, today, since)))
                                .stream())
                        .toList(),
                found.size() <= PAGE
                        ? Optional.empty()
                        : Optional.of(page.get(PAGE - 1).place().text()));
    }

    private static String counted(IndicatorQuery query, Behind one, LocalDate today, LocalDate since) {
        LocalDate day = one.place().day();
        return day + " " + query.partOf(one.outcome(), day, today, since).label();
    }

    private static Reading reading(Indicator indicator, Map<Outcome, Count> counts, boolean provisional) {
        Count numerator = sum(counts, indicator.parts(Side.NUMERATOR));
        Count denominator = sum(counts, indicator.parts(Side.DENOMINATOR));
        long n = denominator.matters();
        boolean shown = n >= FEWEST && indicator.kind() != IndicatorKind.COUNT;
        boolean mean = indicator.kind() == IndicatorKind.MEAN;
        return new Reading(
                indicator.name(),
                indicator.label(),
                indicator.kind(),
                numerator.matters(),
                n,
                n - numerator.matters(),
                shown && !mean ? Optional.of(ratio(numerator.matters(), n, RATE_DIGITS)) : Optional.empty(),
                shown && mean ? Optional.of(ratio(numerator.days(), n, 1)) : Optional.empty(),
                mean ? Optional.of(numerator.days()) : Optional.empty(),
                shown ? "" : note(indicator, n),
                provisional || indicator.isOfToday(),
                indicator.isOfToday(),
                indicator.counted(),
                indicator.basis(),
                pieces(indicator, counts));
    }

    private static List<Reading.Piece> pieces(Indicator indicator, Map<Outcome, Count> counts) {
        Set<Part> inNumerator = indicator.parts(Side.NUMERATOR);
        return indicator.parts(Side.DENOMINATOR).stream()
                .map(part -> new Reading.Piece(
                        part.name(),
                        part.label(),
                        inNumerator.contains(part),
                        sum(counts, Set.of(part)).matters()))
                .toList();
    }

    private static String note(Indicator indicator, long denominator) {
        if (indicator.kind() == IndicatorKind.COUNT) {
            return "只计件数，不计算比率。";
        }
        return denominator == 0 ? "没有应当计入的事项。" : "不足" + FEWEST + "件，只列件数，不计算比率和平均数。";
    }

    private static Count sum(Map<Outcome, Count> counts, Set<Part> parts) {
        return parts.stream()
                .flatMap(part -> part.outcomes().stream())
                .map(outcome -> counts.getOrDefault(outcome, Count.NONE))
                .reduce(Count.NONE, Count::plus);
    }

    private static BigDecimal ratio(long of, long all, int digits) {
        return BigDecimal.valueOf(of).divide(BigDecimal.valueOf(all), digits, RoundingMode.HALF_UP);
    }

    private BoardReach reach(OfficerId reader, Optional<OrganId> within) {
        return BoardReach.toCount(rights, organs, reader, within);
    }
}
