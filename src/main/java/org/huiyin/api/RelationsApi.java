package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Relation;
import org.huiyin.organ.RelationDeclaration;
import org.huiyin.organ.RelationKind;
import org.huiyin.organ.Relations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 利害关系申报: everybody his own, administrators those of others. */
@RestController
@RequestMapping("/api/v1/relations")
@Tag(name = "利害关系")
class RelationsApi {
    private final Relations relations;
    private final Clock clock;

    RelationsApi(Relations relations, Clock clock) {
        this.relations = relations;
        this.clock = clock;
    }

    record Declared(
            @Nullable String officer,
            @Nullable String kind,
            @Nullable String otherOfficer,
            @Nullable String otherOrgan,
            @Nullable String enterprise,
            @Nullable LocalDate since) {}

    record RelationAnswer(
            long id,
            String officer,
            Labels kind,
            Optional<String> otherOfficer,
            Optional<String> otherOrgan,
            Optional<String> enterprise,
            LocalDate since,
            Optional<LocalDate> until,
            String declaredBy) {
        static RelationAnswer of(Relation relation) {
            return new RelationAnswer(
                    relation.id(),
                    relation.officer().value(),
                    Labels.of(relation.kind()),
                    relation.otherOfficer().map(OfficerId::value),
                    relation.otherOrgan().map(OrganId::value),
                    relation.enterprise(),
                    relation.since(),
                    relation.until(),
                    relation.declaredBy().value());
        }
    }

    @GetMapping
    @Operation(summary = "利害关系", description = "不填 officer 为本人申报的；他人的只有管理员可以查看。")
    List<RelationAnswer> list(@RequestParam(required = false) @Nullable String officer) {
        OfficerId whose = given(officer).map(RelationsApi::officer).orElse(Actor.current());
        return relations.of(whose, Actor.current()).stream()
                .map(RelationAnswer::of)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "申报利害关系",
            description = "otherOfficer（工作人员）、otherOrgan（机关编号）、enterprise（企业登记全称）三项填一项；"
                    + "kind 为 KINSHIP、STAKE、FORMER_POST、OTHER。立即生效，相关事项不再交给申报人。")
    RelationAnswer declare(@RequestBody Declared declared) {
        OfficerId whose = given(declared.officer()).map(RelationsApi::officer).orElse(Actor.current());
        return RelationAnswer.of(relations.declare(
                new RelationDeclaration(
                        whose,
                        kind(declared.kind()),
                        given(declared.otherOfficer()).map(RelationsApi::officer),
                        given(declared.otherOrgan()).map(RelationsApi::organ),
                        given(declared.enterprise()),
                        Optional.ofNullable(declared.since()).orElse(LocalDate.now(clock))),
                Actor.current()));
    }

    @PostMapping("/{id:\\d{1,18}}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "解除利害关系", description = "由管理员办理；本人的不能由本人解除。")
    void end(@PathVariable long id) {
        relations.end(id, Actor.current());
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static OfficerId officer(String id) {
        if (!OfficerId.isId(id)) {
            throw InvalidInput.of("officer", "工作人员", "没有这名工作人员，请核对。");
        }
        return new OfficerId(id);
    }

    private static OrganId organ(String id) {
        if (!OrganId.isId(id)) {
            throw InvalidInput.of("otherOrgan", "关系对方", "没有这个单位，请填写机关的编号。");
        }
        return new OrganId(id);
    }

    private static RelationKind kind(@Nullable String code) {
        for (RelationKind kind : RelationKind.values()) {
            if (kind.name().equals(code) || kind.label().equals(code)) {
                return kind;
            }
        }
        throw InvalidInput.of("kind", "关系", "请填写近亲属、经济利益关系、曾在该单位任职，或者其他可能影响公正办理的关系。");
    }
}
