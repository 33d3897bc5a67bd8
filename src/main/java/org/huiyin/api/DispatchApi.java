package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.dispatch.Assignments;
import org.huiyin.dispatch.Dispatch;
import org.huiyin.dispatch.Forwarding;
import org.huiyin.dispatch.Helper;
import org.huiyin.dispatch.HelperOrder;
import org.huiyin.dispatch.Helpers;
import org.huiyin.dispatch.LikeMatters;
import org.huiyin.dispatch.UpwardLeaves;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
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

/** What is done about the way of a petition beside its tasks. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "分流转办")
class DispatchApi {
    /** The verbs name the fields of the forms; a caller is told the fields of what he sent. */
    private static final Map<String, String> HELPER_FIELDS =
            Map.of("helperOrgan", "organ", "helperDue", "due", "helperTask", "asked");

    private static final Map<String, String> LATER_FIELDS = Map.of("feedbackDue", "due", "last", "due");

    private final CaseFile cases;
    private final CaseRights rights;
    private final Dispatch dispatch;
    private final Helpers helpers;
    private final Assignments assignments;
    private final UpwardLeaves leaves;
    private final LikeMatters like;

    DispatchApi(
            CaseFile cases,
            CaseRights rights,
            Dispatch dispatch,
            Helpers helpers,
            Assignments assignments,
            UpwardLeaves leaves,
            LikeMatters like) {
        this.cases = cases;
        this.rights = rights;
        this.dispatch = dispatch;
        this.helpers = helpers;
        this.assignments = assignments;
        this.leaves = leaves;
        this.like = like;
    }

    record Way(
            String sender,
            String receiver,
            String kind,
            String number,
            String state,
            Optional<LocalDate> feedbackDue,
            boolean designated) {
        static Way of(Forwarding way) {
            return new Way(
                    way.sender().value(),
                    way.receiver().value(),
                    way.kind().name(),
                    way.number(),
                    way.state().name(),
                    way.feedbackDue(),
                    way.designated());
        }
    }

    record HelperAnswer(String lead, String organ, LocalDate due, String asked) {
        static HelperAnswer of(Helper helper) {
            return new HelperAnswer(helper.lead().value(), helper.organ().value(), helper.due(), helper.asked());
        }
    }

    record Ways(List<Way> forwardings, List<HelperAnswer> helpers) {}

    record NewHelper(
            @Nullable String organ,
            @Nullable LocalDate due,
            @Nullable String asked) {}

    record Leave(@Nullable String reason) {}

    record Later(@Nullable LocalDate due, @Nullable String reason) {}

    record Bulk(
            @Nullable List<String> tasks,
            @Nullable String receivingOrgan,
            @Nullable String forwardReason) {}

    record LikeMatter(String task, String petition, String title) {}

    record LikeGroup(String organ, String organName, String reason, List<LikeMatter> matters) {
        static LikeGroup of(LikeMatters.Group group) {
            return new LikeGroup(
                    group.organ().value(),
                    group.organName(),
                    group.reason(),
                    group.matters().stream()
                            .map(matter -> new LikeMatter(
                                    matter.task(), matter.petition().value(), matter.title()))
                            .toList());
        }
    }

    record Result(String task, Optional<String> petition, boolean done, List<FieldError> errors) {
        static Result of(LikeMatters.Outcome outcome) {
            return new Result(
                    outcome.task(), outcome.petition().map(PetitionId::value), outcome.done(), outcome.errors());
        }
    }

    @GetMapping("/petitions/{number}/forwardings")
    @Operation(summary = "转送、交办和协办", description = "每一次转送、交办的去向和状态，连同协办单位；退回的也在内。")
    Ways ways(@PathVariable String number) {
        Petition petition = visible(number);
        return new Ways(
                dispatch.of(petition.id()).stream().map(Way::of).toList(),
                helpers.of(petition.id()).stream().map(HelperAnswer::of).toList());
    }

    @PostMapping("/petitions/{number}/helpers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "请其他单位协办", description = "由主办单位的承办人或者转送单位的分流员提出；没有主办单位的被拒绝。")
    HelperAnswer ask(@PathVariable String number, @RequestBody NewHelper asked) {
        Petition petition = visible(number);
        HelperOrder order = new HelperOrder(
                organ("organ", "协办单位", asked.organ()),
                day("due", "协办期限", asked.due()),
                asked.asked() == null ? "" : asked.asked());
        return HelperAnswer.of(inFieldsOf(HELPER_FIELDS, () -> helpers.ask(petition.id(), order, Actor.current())));
    }

    @PostMapping("/petitions/{number}/upward-leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "同意下级上交事项", description = "由上级机关的领导或者督查员同意责任单位把职责清单之内的事项报上级办理，理由记入案卷。")
    void allowUpward(@PathVariable String number, @RequestBody Leave leave) {
        Petition petition = cases.get(Numbers.of(number));
        rights.require(Right.ALLOW_UPWARD, petition);
        leaves.grant(petition.id(), leave.reason() == null ? "" : leave.reason(), Actor.current());
    }

    @PostMapping("/petitions/{number}/feedback-extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "延长交办反馈期限", description = "只有交办机关可以同意。")
    void extendFeedback(@PathVariable String number, @RequestBody Later later) {
        Petition petition = visible(number);
        LocalDate due = day("due", "延长后的反馈期限", later.due());
        String reason = later.reason() == null ? "" : later.reason();
        inFieldsOf(LATER_FIELDS, () -> {
            assignments.extend(petition.id(), due, reason, Actor.current());
            return true;
        });
    }

    @GetMapping("/like-matters")
    @Operation(summary = "可以一并转送的事项", description = "本人和本组待转送的事项中，建议单位和理由相同的，两件以上一组。")
    List<LikeGroup> likeMatters() {
        return like.groups().stream().map(LikeGroup::of).toList();
    }

    @PostMapping("/like-matters/forward")
    @Operation(summary = "批量转送", description = "tasks 为待办编号，最多100件。每件各自生成转送函、各自记入案卷；没有办成的逐件列出原因，其余照常办理。")
    List<Result> forward(@RequestBody Bulk bulk) {
        List<LikeMatters.Outcome> outcomes = like.forward(
                bulk.tasks() == null ? List.of() : bulk.tasks(),
                organ("receivingOrgan", "转送单位", bulk.receivingOrgan()),
                bulk.forwardReason() == null ? "" : bulk.forwardReason());
        return outcomes.stream().map(Result::of).toList();
    }

    private Petition visible(String number) {
        Petition petition = cases.get(Numbers.of(number));
        rights.require(Right.VIEW_CASE, petition);
        return petition;
    }

    private static <T> T inFieldsOf(Map<String, String> sent, Supplier<T> verb) {
        try {
            return verb.get();
        } catch (InvalidInput refused) {
            throw new InvalidInput(refused.errors().stream()
                    .map(error -> new FieldError(
                            sent.getOrDefault(error.field(), error.field()), error.label(), error.message()))
                    .toList());
        }
    }

    private static OrganId organ(String field, String label, @Nullable String id) {
        if (id == null || !OrganId.isId(id)) {
            throw InvalidInput.of(field, label, "请填写机关编号。");
        }
        return new OrganId(id);
    }

    private static LocalDate day(String field, String label, @Nullable LocalDate day) {
        if (day == null) {
            throw InvalidInput.of(field, label, "请填写日期。");
        }
        return day;
    }
}
