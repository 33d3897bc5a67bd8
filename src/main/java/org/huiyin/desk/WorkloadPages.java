package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import com.samskivert.mustache.Template;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.deadline.Lamp;
import org.huiyin.engine.EngineClock;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Absence;
import org.huiyin.organ.AbsenceKind;
import org.huiyin.organ.AbsenceState;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.huiyin.staffing.Absences;
import org.huiyin.staffing.Load;
import org.huiyin.staffing.LoadedTask;
import org.huiyin.staffing.MoveOutcome;
import org.huiyin.staffing.Workload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 工作量和离岗: the page on which heads see and move the work of their officers, and everybody says when he is away (R28). */
@RestController
class WorkloadPages {
    private static final String ROOT = "/camunda/api/huiyin/workload";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.CHINA);

    private final WebappLogin login;
    private final Workload workload;
    private final Absences absences;
    private final Organs organs;
    private final EngineGateway engine;
    private final SitePage site;
    private final Clock clock;
    private final Template template = SitePage.template("workload.html");

    WorkloadPages(
            WebappLogin login,
            Workload workload,
            Absences absences,
            Organs organs,
            EngineGateway engine,
            SitePage site,
            Clock clock) {
        this.login = login;
        this.workload = workload;
        this.absences = absences;
        this.organs = organs;
        this.engine = engine;
        this.site = site;
        this.clock = clock;
    }

    record Choice(String value, String label) {}

    /** @param roles what he is, so that the page proposes only those who can take over */
    record Person(String id, String name, String title, List<String> roles) {}

    /** Who reads, whom he may choose, and what he may declare for whom. */
    record Reader(
            String id,
            String name,
            String organ,
            boolean head,
            List<Person> people,
            List<Choice> kinds,
            List<Choice> roles,
            String today) {}

    record LoadLine(
            String id,
            String name,
            String title,
            boolean away,
            long all,
            long green,
            long yellow,
            long red,
            long overdue) {}

    record TaskLine(
            String task,
            String name,
            String number,
            String title,
            String lamp,
            String lampLabel,
            String due,
            String role) {
        @Override
        public String toString() {
            return "TaskLine[" + task + "]";
        }
    }

    record AbsenceLine(
            long id,
            String officer,
            String deputy,
            String kind,
            String from,
            String to,
            String state,
            boolean running) {}

    record ResultLine(String task, String number, boolean done, String message) {}

    /** As typed; what a request does not ask for stays empty. */
    record Typed(
            @Nullable List<String> tasks,
            @Nullable String officer,
            @Nullable String to,
            @Nullable String role,
            @Nullable String kind,
            @Nullable String from,
            @Nullable String until,
            @Nullable Boolean comeBack,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GetMapping(path = "/camunda/workload", produces = HandbookPages.HTML)
    ResponseEntity<String> page() {
        return site.underLogin("工作量和离岗 · 回音", template);
    }

    @GetMapping(ROOT + "/reader")
    ResponseEntity<Reader> reader() {
        OfficerId officer = login.officer();
        Optional<Organ> organ = organs.organOf(officer);
        return unstored(new Reader(
                officer.value(),
                organs.findOfficer(officer).map(Officer::name).orElse(officer.value()),
                organ.map(Organ::name).orElse(""),
                workload.isForHeads(officer),
                organ.stream()
                        .flatMap(own -> organs.staff(own.id()).stream())
                        .map(WorkloadPages::person)
                        .toList(),
                choices(AbsenceKind.values()),
                choices(Role.values()),
                LocalDate.now(clock).toString()));
    }

    @GetMapping(ROOT + "/loads")
    ResponseEntity<List<LoadLine>> loads() {
        OfficerId officer = login.officer();
        return unstored(
                workload.loads(officer).stream().map(WorkloadPages::line).toList());
    }

    @GetMapping(ROOT + "/tasks/{officer}")
    ResponseEntity<List<TaskLine>> tasks(@PathVariable String officer) {
        return unstored(lines(workload.of(officer("officer", "工作人员", officer), login.officer())));
    }

    @GetMapping(ROOT + "/waiting")
    ResponseEntity<List<TaskLine>> waiting() {
        return unstored(lines(workload.waiting(login.officer())));
    }

    @PostMapping(ROOT + "/move")
    ResponseEntity<List<ResultLine>> move(@RequestBody Typed typed) {
        return unstored(results(workload.move(
                typed.tasks() == null ? List.of() : typed.tasks(),
                officer("to", "接办人", typed.to()),
                text(typed.reason()),
                login.officer())));
    }

    @PostMapping(ROOT + "/hand-over")
    ResponseEntity<List<ResultLine>> handOver(@RequestBody Typed typed) {
        return unstored(results(workload.handOver(
                officer("officer", "移交人", typed.officer()),
                choice("role", "岗位", typed.role(), Role.values()),
                officer("to", "接办人", typed.to()),
                text(typed.reason()),
                login.officer())));
    }

    @GetMapping(ROOT + "/absences")
    ResponseEntity<List<AbsenceLine>> absences() {
        return unstored(
                absences.visibleTo(login.officer()).stream().map(this::line).toList());
    }

    @PostMapping(ROOT + "/absences")
    ResponseEntity<AbsenceLine> declare(@RequestBody Typed typed) {
        OfficerId by = login.officer();
        Absence asked = new Absence(
                0,
                typed.officer() == null || typed.officer().isBlank() ? by : officer("officer", "离岗人员", typed.officer()),
                Optional.ofNullable(typed.to()).filter(id -> !id.isBlank()).map(id -> officer("deputy", "代办人", id)),
                choice("kind", "事由", typed.kind(), AbsenceKind.values()),
                day("from", "开始日期", typed.from()),
                day("to", "结束日期", typed.until()),
                typed.comeBack() == null || typed.comeBack(),
                AbsenceState.PLANNED,
                Optional.empty());
        return unstored(line(engine.as(by, () -> absences.declare(asked, by))));
    }

    @PostMapping(ROOT + "/absences/{id:\\d{1,18}}/end")
    ResponseEntity<Map<String, String>> end(@PathVariable long id, @RequestBody Typed typed) {
        OfficerId by = login.officer();
        engine.as(by, () -> absences.endEarly(id, typed.comeBack() == null || typed.comeBack(), by));
        return unstored(Map.of());
    }

    private static Person person(Officer officer) {
        return new Person(
                officer.id().value(),
                officer.name(),
                officer.title(),
                officer.roles().stream().map(Enum::name).toList());
    }

    private static LoadLine line(Load load) {
        return new LoadLine(
                load.officer().id().value(),
                load.officer().name(),
                load.officer().title(),
                load.away(),
                load.all(),
                load.tasks().getOrDefault(Lamp.GREEN, 0L),
                load.tasks().getOrDefault(Lamp.YELLOW, 0L),
                load.tasks().getOrDefault(Lamp.RED, 0L),
                load.tasks().getOrDefault(Lamp.OVERDUE, 0L));
    }

    private static List<TaskLine> lines(List<LoadedTask> tasks) {
        return tasks.stream()
                .map(one -> new TaskLine(
                        one.task().id(),
                        one.task().name(),
                        one.task().petition().value(),
                        one.title(),
                        one.lamp().name(),
                        one.lamp().label(),
                        one.task()
                                .due()
                                .map(due -> DAY.format(due.atZone(EngineClock.BEIJING)))
                                .orElse(""),
                        one.role().map(Role::name).orElse("")))
                .toList();
    }

    private AbsenceLine line(Absence absence) {
        return new AbsenceLine(
                absence.id(),
                name(absence.officer()),
                absence.deputy().map(this::name).orElse("交回本组"),
                absence.kind().label(),
                absence.from().toString(),
                absence.to().toString(),
                absence.state().label(),
                absence.state() == AbsenceState.RUNNING);
    }

    private String name(OfficerId officer) {
        return organs.findOfficer(officer).map(Officer::name).orElse(officer.value());
    }

    private static List<ResultLine> results(List<MoveOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new ResultLine(
                        outcome.task(),
                        outcome.petition().map(PetitionId::value).orElse(""),
                        outcome.done(),
                        outcome.message()))
                .toList();
    }

    private static <E extends Enum<E> & Labelled> List<Choice> choices(E[] values) {
        return Stream.of(values)
                .map(value -> new Choice(value.name(), value.label()))
                .toList();
    }

    private static <E extends Enum<E>> E choice(String field, String label, @Nullable String typed, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(field, label, "请从列表中选择一项。"));
    }

    private static OfficerId officer(String field, String label, @Nullable String typed) {
        if (typed == null || !OfficerId.isId(typed)) {
            throw InvalidInput.of(field, label, "请从列表中选择一人。");
        }
        return new OfficerId(typed);
    }

    private static LocalDate day(String field, String label, @Nullable String typed) {
        try {
            return LocalDate.parse(text(typed));
        } catch (DateTimeParseException e) {
            throw InvalidInput.of(field, label, "请填写日期，例如 2026-11-20。");
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
