package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.dispatch.Contribution;
import org.huiyin.dispatch.Contributions;
import org.huiyin.dispatch.Helper;
import org.huiyin.dispatch.Helpers;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 协办意见: what was asked of whom, what came back; a helper answers through its task. */
@RestController
@RequestMapping("/api/v1/petitions/{number}/contributions")
@Tag(name = "分流转办")
class ContributionsApi {
    private final CaseFile cases;
    private final CaseRights rights;
    private final Helpers helpers;
    private final Contributions contributions;
    private final Organs organs;
    private final Clock clock;

    ContributionsApi(
            CaseFile cases,
            CaseRights rights,
            Helpers helpers,
            Contributions contributions,
            Organs organs,
            Clock clock) {
        this.cases = cases;
        this.rights = rights;
        this.helpers = helpers;
        this.contributions = contributions;
        this.organs = organs;
        this.clock = clock;
    }

    record ContributionAnswer(
            long id,
            String lead,
            String organ,
            String organName,
            Labels state,
            LocalDate due,
            OffsetDateTime askedAt,
            String asked,
            Optional<String> answer,
            Optional<OffsetDateTime> answeredAt,
            Optional<String> answeredBy,
            boolean late,
            Optional<String> withdrawReason) {
        @Override
        public String toString() {
            return "ContributionAnswer[" + id + "]";
        }
    }

    record NewDue(@Nullable LocalDate due, @Nullable String reason) {
        @Override
        public String toString() {
            return "NewDue";
        }
    }

    record Reason(@Nullable String reason) {
        @Override
        public String toString() {
            return "Reason";
        }
    }

    @GetMapping
    @Operation(summary = "协办请求和协办意见", description = "主办单位和其他有权查看的，看到全部；协办单位只看到对本单位的请求。协办意见通过待办 giveContribution 的表单提交。")
    List<ContributionAnswer> list(@PathVariable String number) {
        Petition petition = cases.get(Numbers.of(number));
        rights.require(Right.VIEW_CASE, petition);
        boolean all = rights.isOver(Right.VIEW_CASE, petition) || petition.sealed();
        Optional<Organ> own = organs.organOf(Actor.current());
        return helpers.of(petition.id()).stream()
                .filter(helper -> all
                        || own.filter(organ -> organ.id().equals(helper.organ()))
                                .isPresent())
                .map(this::answer)
                .toList();
    }

    @PostMapping("/{id}/due")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "调整协办期限", description = "由主办单位或者转送单位提出，说明理由。")
    void postpone(@PathVariable String number, @PathVariable long id, @RequestBody NewDue typed) {
        Petition petition = visible(number);
        LocalDate due = Optional.ofNullable(typed.due()).orElseThrow(() -> InvalidInput.of("due", "协办期限", "请填写日期。"));
        contributions.postpone(petition.id(), id, due, text(typed.reason()), Actor.current());
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤回协办请求", description = "由主办单位或者转送单位提出，说明理由；协办单位的待办随之取消。")
    void withdraw(@PathVariable String number, @PathVariable long id, @RequestBody Reason typed) {
        contributions.withdraw(visible(number).id(), id, text(typed.reason()), Actor.current());
    }

    private ContributionAnswer answer(Helper helper) {
        return new ContributionAnswer(
                helper.id(),
                helper.lead().value(),
                helper.organ().value(),
                organs.get(helper.organ()).name(),
                Labels.of(helper.state(LocalDate.now(clock))),
                helper.due(),
                Times.beijing(helper.askedAt()),
                helper.asked(),
                helper.contribution().map(Contribution::text),
                helper.contribution().map(Contribution::at).map(Times::beijing),
                helper.contribution().map(given -> given.by().value()),
                helper.isLate(),
                helper.withdrawal().map(Helper.Withdrawal::reason));
    }

    private Petition visible(String number) {
        Petition petition = cases.get(Numbers.of(number));
        rights.require(Right.VIEW_CASE, petition);
        return petition;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
