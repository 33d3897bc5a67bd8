package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Relation;
import org.huiyin.organ.RelationDeclaration;
import org.huiyin.organ.RelationKind;
import org.huiyin.organ.Relations;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 利害关系申报: the page on which everybody declares his own, and an administrator keeps those of others. */
@RestController
class RelationsPages {
    private static final String ROOT = "/camunda/api/huiyin/relations";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);

    private final WebappLogin login;
    private final Relations relations;
    private final Rights rights;
    private final Organs organs;
    private final EngineGateway engine;
    private final SitePage site;
    private final com.samskivert.mustache.Template template = SitePage.template("relations.html");

    RelationsPages(
            WebappLogin login, Relations relations, Rights rights, Organs organs, EngineGateway engine, SitePage site) {
        this.login = login;
        this.relations = relations;
        this.rights = rights;
        this.organs = organs;
        this.engine = engine;
        this.site = site;
    }

    record Choice(String value, String label) {}

    /** Who reads, and what he can choose from. */
    record Reader(
            String id, String name, boolean mayKeep, List<Choice> kinds, List<Choice> organs, List<Choice> officers) {}

    /** @param mayEnd it lasts, and it is not the reader's own */
    record Line(
            long id,
            String officer,
            String kind,
            String other,
            String since,
            String until,
            String declaredBy,
            boolean mayEnd) {}

    record Whose(@Nullable String officer) {}

    /** The other side is one of three; an officer is given by his account, or by his name when nobody else bears it. */
    record Typed(
            @Nullable String officer,
            @Nullable String kind,
            @Nullable String otherOfficer,
            @Nullable String otherOrgan,
            @Nullable String enterprise,
            @Nullable String since) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GetMapping(path = "/camunda/relations", produces = HandbookPages.HTML)
    ResponseEntity<String> page() {
        return site.underLogin("利害关系申报 · 回音", template);
    }

    @GetMapping(ROOT + "/reader")
    ResponseEntity<Reader> reader() {
        OfficerId officer = login.officer();
        return unstored(new Reader(
                officer.value(),
                name(officer),
                rights.mayAnywhere(officer, Right.KEEP_RELATIONS),
                Arrays.stream(RelationKind.values())
                        .map(kind -> new Choice(kind.name(), kind.label()))
                        .toList(),
                organs.all().stream()
                        .map(organ -> new Choice(organ.id().value(), organ.name()))
                        .toList(),
                organs.all().stream()
                        .flatMap(organ -> organs.staff(organ.id()).stream())
                        .map(one -> new Choice(one.id().value(), one.name() + "，" + organ(one.organ()) + one.title()))
                        .toList()));
    }

    /** Whose relations are asked for comes in the body: an address stays in logs. */
    @PostMapping(ROOT + "/list")
    ResponseEntity<List<Line>> list(@RequestBody Whose whose) {
        OfficerId reader = login.officer();
        return unstored(lines(whose(whose.officer(), reader), reader));
    }

    @PostMapping(ROOT)
    ResponseEntity<List<Line>> declare(@RequestBody Typed typed) {
        OfficerId by = login.officer();
        OfficerId whose = whose(typed.officer(), by);
        RelationDeclaration declared = new RelationDeclaration(
                whose,
                kind(typed.kind()),
                given(typed.otherOfficer()).map(text -> officer("otherOfficer", "关系对方", text)),
                given(typed.otherOrgan()).map(RelationsPages::organId),
                given(typed.enterprise()),
                day(typed.since()));
        engine.as(by, () -> relations.declare(declared, by));
        return unstored(lines(whose, by));
    }

    @PostMapping(ROOT + "/{id:\\d{1,18}}/end")
    ResponseEntity<List<Line>> end(@PathVariable long id, @RequestBody Whose whose) {
        OfficerId by = login.officer();
        engine.as(by, () -> relations.end(id, by));
        return unstored(lines(whose(whose.officer(), by), by));
    }

    private List<Line> lines(OfficerId whose, OfficerId reader) {
        boolean mayKeep = rights.mayAnywhere(reader, Right.KEEP_RELATIONS);
        return relations.of(whose, reader).stream()
                .map(relation -> new Line(
                        relation.id(),
                        name(relation.officer()),
                        relation.kind().label(),
                        other(relation),
                        DAY.format(relation.since()),
                        relation.until().map(DAY::format).orElse(""),
                        name(relation.declaredBy()),
                        mayKeep
                                && relation.until().isEmpty()
                                && !relation.officer().equals(reader)))
                .toList();
    }

    private String other(Relation relation) {
        return relation.otherOfficer()
                .map(this::name)
                .or(() -> relation.otherOrgan().map(this::organ))
                .or(relation::enterprise)
                .orElse("");
    }

    private OfficerId whose(@Nullable String typed, OfficerId reader) {
        return given(typed).map(text -> officer("officer", "申报人", text)).orElse(reader);
    }

    private OfficerId officer(String field, String label, String typed) {
        if (OfficerId.isId(typed) && organs.findOfficer(new OfficerId(typed)).isPresent()) {
            return new OfficerId(typed);
        }
        List<Officer> named = organs.all().stream()
                .flatMap(organ -> organs.staff(organ.id()).stream())
                .filter(one -> one.name().equals(typed))
                .toList();
        if (named.size() != 1) {
            throw InvalidInput.of(
                    field, label, named.isEmpty() ? "没有这名工作人员，请从列表中选择。" : "有" + named.size() + "名同名的工作人员，请从列表中选择。");
        }
        return named.get(0).id();
    }

    private static OrganId organId(String typed) {
        if (!OrganId.isId(typed)) {
            throw InvalidInput.of("otherOrgan", "关系对方", "没有这个单位，请从列表中选择。");
        }
        return new OrganId(typed);
    }

    private static RelationKind kind(@Nullable String code) {
        return Arrays.stream(RelationKind.values())
                .filter(kind -> kind.name().equals(code))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("kind", "关系", "请从列表中选择。"));
    }

    private static LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(given(typed).orElse(""));
        } catch (DateTimeParseException notADay) {
            throw InvalidInput.of("since", "起始日期", "请填写日期。");
        }
    }

    private static Optional<String> given(@Nullable String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }

    private String name(OfficerId officer) {
        return organs.findOfficer(officer).map(Officer::name).orElse(officer.value());
    }

    private String organ(OrganId organ) {
        return organs.find(organ).map(Organ::name).orElse(organ.value());
    }
}
