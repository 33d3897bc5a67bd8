package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiyin.deadline.Lamp;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.supervision.Board;
import org.huiyin.supervision.Flow;
import org.huiyin.supervision.FlowKind;
import org.huiyin.supervision.Grain;
import org.huiyin.supervision.MatterOrder;
import org.huiyin.supervision.MatterPage;
import org.huiyin.supervision.MatterQuery;
import org.huiyin.supervision.Ranking;
import org.huiyin.supervision.Standing;
import org.huiyin.supervision.Workload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 督办看板 under the login of the webapps: the page for those who have no Cockpit, and the figures for both. */
@RestController
class BoardPages {
    private static final String ROOT = "/camunda/api/huiyin/board";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);

    private final WebappLogin login;
    private final Board board;
    private final MatterInstances instances;
    private final Organs organs;
    private final SitePage site;
    private final Clock clock;
    private final com.samskivert.mustache.Template template = SitePage.template("board.html");

    BoardPages(WebappLogin login, Board board, MatterInstances instances, Organs organs, SitePage site, Clock clock) {
        this.login = login;
        this.board = board;
        this.instances = instances;
        this.organs = organs;
        this.site = site;
        this.clock = clock;
    }

    record Choice(String value, String label) {}

    /** Who looks, from where, and what he can choose from. */
    record Reader(
            String name,
            String at,
            LocalDate today,
            boolean mayOpenCases,
            boolean mayOpenInstances,
            List<Choice> scopes,
            List<Choice> lamps,
            List<Choice> kinds,
            Map<FlowKind, List<String>> values,
            List<Choice> grains,
            List<Choice> orders) {}

    record Count(String organ, String name, String stage, String stageLabel, String lamp, long matters) {}

    @GetMapping(path = "/camunda/board", produces = HandbookPages.HTML)
    ResponseEntity<String> page() {
        return site.underLogin("督办看板 · 回音", template, SitePage.DRAWN_CHARTS);
    }

    /** Everybody may ask whether there is a board for him, and cases and diagrams behind it. */
    @GetMapping(ROOT + "/door")
    ResponseEntity<Map<String, Boolean>> door() {
        OfficerId officer = login.officer();
        return unstored(Map.of(
                "open", board.isOpenTo(officer),
                "cases", board.mayOpenCases(officer),
                "instances", instances.mayBeOpenedBy(officer)));
    }

    @GetMapping(ROOT + "/reader")
    ResponseEntity<Reader> reader() {
        OfficerId officer = login.officer();
        List<Choice> scopes = board.organs(officer).stream()
                .map(organ -> new Choice(organ.id().value(), organ.name()))
                .toList();
        return unstored(new Reader(
                organs.findOfficer(officer).map(Officer::name).orElse(officer.value()),
                MINUTE.format(LocalDateTime.ofInstant(clock.instant(), EngineClock.BEIJING)),
                LocalDate.now(clock),
                board.mayOpenCases(officer),
                instances.mayBeOpenedBy(officer),
                scopes,
                lamps(),
                choices(FlowKind.values()),
                board.values(),
                choices(Grain.values()),
                choices(MatterOrder.values()).stream()
                        .filter(order -> !order.value().equals(MatterOrder.ENDED.name()))
                        .toList()));
    }

    @GetMapping(ROOT + "/standing")
    ResponseEntity<List<Count>> standing(@RequestParam(required = false) @Nullable String within) {
        return unstored(board.standing(login.officer(), organ(within)).stream()
                .map(this::count)
                .toList());
    }

    @GetMapping(ROOT + "/flow")
    ResponseEntity<Flow> flow(
            @RequestParam(required = false) @Nullable String within,
            @RequestParam String kind,
            @RequestParam String grain) {
        return unstored(board.flow(
                login.officer(),
                organ(within),
                choice("kind", "分组", kind, FlowKind.class),
                choice("grain", "时间单位", grain, Grain.class)));
    }

    @GetMapping(ROOT + "/ranking")
    ResponseEntity<Ranking> ranking(
            @RequestParam(required = false) @Nullable String within,
            @RequestParam String kind,
            @RequestParam String grain,
            @RequestParam String start) {
        return unstored(board.ranking(
                login.officer(),
                organ(within),
                choice("kind", "分组", kind, FlowKind.class),
                choice("grain", "时间单位", grain, Grain.class),
                MatterQuery.day("start", "时段", start)));
    }

    @GetMapping(ROOT + "/workload")
    ResponseEntity<List<Workload>> workload(@RequestParam(required = false) @Nullable String within) {
        return unstored(board.workload(login.officer(), organ(within)));
    }

    /** What narrows the list are ids and dates: nothing of them names a person, so they may stand in an address. */
    @GetMapping(ROOT + "/matters")
    ResponseEntity<MatterPage> matters(MatterQuery.Asked asked) {
        return unstored(board.matters(login.officer(), MatterQuery.of(asked)));
    }

    private Count count(Standing standing) {
        return new Count(
                standing.organ().value(),
                organs.find(standing.organ())
                        .map(Organ::name)
                        .orElse(standing.organ().value()),
                standing.stage().name(),
                standing.stage().label(),
                standing.lamp(),
                standing.matters());
    }

    private static List<Choice> lamps() {
        return Board.LAMPS.stream()
                .map(lamp -> new Choice(
                        lamp, lamp.equals("NONE") ? "无在走期限" : Lamp.valueOf(lamp).label()))
                .toList();
    }

    /** The organ to which figures are narrowed, as its id came with an address. */
    static Optional<OrganId> organ(@Nullable String id) {
        return Optional.ofNullable(id).filter(value -> !value.isBlank()).map(value -> {
            if (!OrganId.isId(value)) {
                throw InvalidInput.of("within", "范围", "没有这个机关，请从列表中选择。");
            }
            return new OrganId(value);
        });
    }

    private static <E extends Enum<E> & Labelled> E choice(String field, String label, String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(field, label, "没有这一项，请从列表中选择。"));
    }

    private static <E extends Enum<E> & Labelled> List<Choice> choices(E[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), value.label()))
                .toList();
    }
}
