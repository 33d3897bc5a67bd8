package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CaseLists;
import org.huiyin.casefile.CaseView;
import org.huiyin.casefile.Circle;
import org.huiyin.casefile.CircumstanceView;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.Registration;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.Actor;
import org.huiyin.engine.EngineGateway;
import org.huiyin.intake.Intake;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.ledger.MatterFilters;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.RightMissing;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Petitions one by one and in lists, as far as the person's rights reach. */
@RestController
@RequestMapping("/api/v1/petitions")
@Tag(name = "信访件")
class PetitionsApi {
    private final CaseFile cases;
    private final CaseView views;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Intake intake;
    private final Organs organs;
    private final EngineGateway gateway;
    private final CaseRights rights;
    private final OnceOnly onceOnly;
    private final PetitionsView petitions;
    private final CaseLists lists;
    private final MatterFilters filters;
    private final CircumstanceView circumstances;
    private final Clock clock;

    PetitionsApi(
            CaseFile cases,
            CaseView views,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Intake intake,
            Organs organs,
            EngineGateway gateway,
            CaseRights rights,
            OnceOnly onceOnly,
            PetitionsView petitions,
            CaseLists lists,
            MatterFilters filters,
            CircumstanceView circumstances,
            Clock clock) {
        this.cases = cases;
        this.views = views;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.intake = intake;
        this.organs = organs;
        this.gateway = gateway;
        this.rights = rights;
        this.onceOnly = onceOnly;
        this.petitions = petitions;
        this.lists = lists;
        this.filters = filters;
        this.circumstances = circumstances;
        this.clock = clock;
    }

    record NewPetition(String number, String queryCode) {
        @Override
        public String toString() {
            return "NewPetition[" + number + "]";
        }
    }

    @PostMapping
    @Operation(
            summary = "登记一件信访事项",
            description = "由本机关登记员登记；带 Idempotency-Key 时重发不会重复登记。persons 列出代表（连同主访人不超过五人）、共同信访人和代理人（不超过两人）；"
                    + "source 是信访来源，与信访形式（channel）分开；region 是问题属地的区划。")
    ResponseEntity<NewPetition> register(
            @RequestHeader(name = OnceOnly.HEADER, required = false) @Nullable String key,
            @RequestBody FiledLetter letter) {
        OfficerId person = Actor.current();
        OrganId organ = organs.organOf(person).map(Organ::id).orElseThrow(() -> new RightMissing(Right.REGISTER));
        rights.require(Right.REGISTER, organ);
        NewPetition made = onceOnly.answer(Optional.ofNullable(key), letter, NewPetition.class, () -> {
            Registration registration = letter.registration(clock.instant(), lists.now());
            var received = intake.receive(registration, letter.against(), organ, person);
            return new NewPetition(received.number().value(), received.queryCode());
        });
        return ResponseEntity.created(URI.create("/api/v1/petitions/" + made.number()))
                .body(made);
    }

    @GetMapping("/{number}")
    @Operation(summary = "案卷", description = "个人信息已遮盖。")
    CaseAnswer show(@PathVariable String number) {
        PetitionId id = Numbers.of(number);
        Circle circle = rights.require(Right.VIEW_CASE, cases.get(id));
        return CaseAnswer.of(
                views.of(id, circle),
                circumstances.of(id, circle),
                organs,
                papers.of(id),
                deadlines.sheets(id),
                gateway.openTasks(id));
    }

    @GetMapping
    @Operation(summary = "信访件列表", description = "按收到时间从新到旧；cursor 取上一页的 next。")
    PetitionPage list(@ParameterObject ListQuery.Asked asked) {
        return petitions.page(ListQuery.of(asked, filters), rights.reach());
    }

    @PostMapping("/search")
    @Operation(summary = "查找信访件", description = "按编号、姓名、电话或文字；个人信息不出现在地址里。")
    PetitionPage search(@RequestBody SearchRequest request) {
        List<PetitionId> withPhone = request.phone().map(views::withPhone).orElse(List.of());
        return petitions.found(request, withPhone, rights.reach());
    }

    @GetMapping("/{number}/clocks")
    @Operation(summary = "期限", description = "每个期限的起算、到期、灯色和计算说明。")
    List<ClockAnswer> clocks(@PathVariable String number) {
        PetitionId id = Numbers.of(number);
        rights.require(Right.VIEW_CASE, cases.get(id));
        return deadlines.sheets(id).stream().map(ClockAnswer::of).toList();
    }

    @GetMapping("/{number}/journal")
    @Operation(summary = "办理流水", description = "只增不改；intact 表示校验链完整。")
    JournalAnswer journal(@PathVariable String number) {
        PetitionId id = Numbers.of(number);
        Petition petition = cases.get(id);
        Circle circle = rights.require(Right.VIEW_JOURNAL, petition);
        return JournalAnswer.of(id, views.of(id, circle).timeline(), journal.of(id), journal.intact(id));
    }
}
