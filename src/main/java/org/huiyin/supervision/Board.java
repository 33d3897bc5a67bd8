package org.huiyin.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.huiyin.organ.Role;
import org.huiyin.supervision.BoardTable.Load;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督办看板: where open matters stand, what comes and goes, who has how much in hand, and the matters behind each figure. */
@Service
@Transactional(readOnly = true)
public class Board {
    /** As figures name the lamps; {@code NONE} where no clock of an organ runs. */
    public static final List<String> LAMPS = List.of("OVERDUE", "RED", "YELLOW", "GREEN", "NONE");

    /** Over how many days a workload counts what came and what ended. */
    public static final int DAYS_OF_WORK = 30;

    private static final int PAGE = 50;

    /** Communities are thousands: a table of all of them would help nobody. */
    private static final int MOST_SERIES = 30;

    private final BoardTable table;
    private final MatterTable matters;
    private final BoardWords words;
    private final Rights rights;
    private final Organs organs;
    private final Clock clock;

    Board(BoardTable table, MatterTable matters, BoardWords words, Rights rights, Organs organs, Clock clock) {
        this.table = table;
        this.matters = matters;
        this.words = words;
        this.rights = rights;
        this.organs = organs;
        this.clock = clock;
    }

    /** The organs his board reaches, as in a directory. */
    public List<Organ> organs(OfficerId reader) {
        BoardReach reach = reach(reader, Optional.empty());
        return organs.all().stream()
                .filter(organ -> reach.open().contains(organ.id()))
                .toList();
    }

    public boolean isOpenTo(OfficerId reader) {
        return rights.mayAnywhere(reader, Right.VIEW_BOARD);
    }

    /** By what each kind of a trend can be told apart, so that a value keeps its colour. */
    public Map<FlowKind, List<String>> values() {
        return Arrays.stream(FlowKind.values()).collect(Collectors.toMap(Function.identity(), words::values));
    }

    /** Whether he may look behind the figures. */
    public boolean mayOpenCases(OfficerId reader) {
        return rights.mayAnywhere(reader, Right.VIEW_CASE);
    }

    public List<Standing> standing(OfficerId reader, Optional<OrganId> within) {
        return table.standing(reach(reader, within));
    }

    public Flow flow(OfficerId reader, Optional<OrganId> within, FlowKind kind, Grain grain) {
        List<LocalDate> starts = grain.until(LocalDate.now(clock));
        Map<String, Map<LocalDate, Long>> counts =
                table.flow(reach(reader, within), kind, grain, starts.get(0), starts.get(starts.size() - 1));
        List<Flow.Series> series = new ArrayList<>();
        counts.forEach((value, byStart) -> series.add(new Flow.Series(
                value,
                words.of(kind, value),
                starts.stream().map(start -> byStart.getOrDefault(start, 0L)).toList())));
        series.sort(Comparator.comparingLong(Flow.Series::total).reversed().thenComparing(Flow.Series::value));
        return new Flow(kind, grain, starts, Flow.most(series, MOST_SERIES));
    }

    /** The values with the most matters in the period that holds this day, each beside the period before. */
    public Ranking ranking(OfficerId reader, Optional<OrganId> within, FlowKind kind, Grain grain, LocalDate day) {
        LocalDate start = grain.startOf(day);
        LocalDate before = grain.startOf(start.minusDays(1));
        Map<String, Map<LocalDate, Long>> counts = table.flow(reach(reader, within), kind, grain, before, start);
        List<Ranking.Place> places = new ArrayList<>();
        counts.forEach((value, byStart) -> {
            long matters = byStart.getOrDefault(start, 0L);
            if (matters > 0) {
                places.add(new Ranking.Place(value, words.of(kind, value), matters, byStart.getOrDefault(before, 0L)));
            }
        });
        return Ranking.of(kind, grain, start, places);
    }

    /** Every organ with something in hand or something done, the one with the most overdue matters first. */
    public List<Workload> workload(OfficerId reader, Optional<OrganId> within) {
        BoardReach reach = reach(reader, within);
        Map<OrganId, Load> loads = new LinkedHashMap<>();
        table.standing(reach).forEach(standing -> loads.merge(standing.organ(), Load.of(standing), Load::plus));
        LocalDate today = LocalDate.now(clock);
        table.work(reach, today.minusDays(DAYS_OF_WORK - 1L), today)
                .forEach((organ, load) -> loads.merge(organ, load, Load::plus));
        table.returned(reach).forEach((organ, load) -> loads.merge(organ, load, Load::plus));
        return loads.entrySet().stream()
                .map(entry -> workload(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Workload::overdue)
                        .thenComparingLong(Workload::open)
                        .reversed()
                        .thenComparing(Workload::organ))
                .toList();
    }

    public MatterPage matters(OfficerId reader, MatterQuery query) {
        BoardReach shown = reach(reader, query.within()).toShow(rights);
        List<MatterTable.Placed> found = matters.matters(shown, query, PAGE + 1, LocalDate.now(clock));
        List<MatterRow> rows =
                found.stream().limit(PAGE).map(MatterTable.Placed::row).toList();
        return new MatterPage(
                rows,
                found.size() <= PAGE
                        ? Optional.empty()
                        : Optional.of(found.get(PAGE - 1).cursor().text()));
    }

    private Workload workload(OrganId organ, Load load) {
        return new Workload(
                organ.value(),
                words.organ(organ.value()),
                load.open(),
                load.overdue(),
                load.red(),
                load.yellow(),
                organs.officers(organ, Role.HANDLE).size(),
                load.received(),
                load.ended(),
                load.returned(),
                load.bouncing());
    }

    private BoardReach reach(OfficerId reader, Optional<OrganId> within) {
        return BoardReach.toCount(rights, organs, reader, within);
    }
}
