package org.huiyin.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.huiyin.evaluation.Evaluation;
import org.huiyin.evaluation.Rating;
import org.huiyin.evaluation.Ratings;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.notice.Papers;
import org.huiyin.recusal.Recusals;
import org.huiyin.review.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a petitioner can do with number and query code; each answer shows where the matter stands afterwards. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "群众查询", description = "凭信访编号和查询码，无需登录。")
class PetitionerApi {
    private final Progress progress;
    private final Evaluation evaluation;
    private final Review review;
    private final Recusals recusals;

    PetitionerApi(Progress progress, Evaluation evaluation, Review review, Recusals recusals) {
        this.progress = progress;
        this.evaluation = evaluation;
        this.review = review;
        this.recusals = recusals;
    }

    record Query(@Nullable String number, @Nullable String queryCode) {
        @Override
        public String toString() {
            return "Query";
        }
    }

    record EvaluationGiven(
            @Nullable String number,
            @Nullable String queryCode,
            @Nullable String officeRating,
            @Nullable String organRating,
            @Nullable String comment) {
        @Override
        public String toString() {
            return "EvaluationGiven";
        }
    }

    record ReviewAskedFor(
            @Nullable String number,
            @Nullable String queryCode,
            @Nullable String reasons) {
        @Override
        public String toString() {
            return "ReviewAskedFor";
        }
    }

    record RecusalAskedFor(
            @Nullable String number,
            @Nullable String queryCode,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "RecusalAskedFor";
        }
    }

    @PostMapping("/recusal-requests")
    @Operation(summary = "申请承办人回避", description = "承办人与信访事项或者信访人有直接利害关系的，写明理由；由其单位负责人决定，结果在进度里告知。")
    Standing askForRecusal(@RequestBody RecusalAskedFor asked) {
        QueryKey key = QueryKey.of(asked.number(), asked.queryCode());
        progress.of(key);
        recusals.ask(key.number(), text(asked.reason()));
        return progress.of(key);
    }

    @PostMapping("/progress")
    @Operation(summary = "办到哪一步了")
    Standing progress(@RequestBody Query query) {
        return progress.of(QueryKey.of(query.number(), query.queryCode()));
    }

    @PostMapping("/evaluations")
    @Operation(summary = "评价", description = "SATISFIED 满意、FAIRLY_SATISFIED 基本满意、DISSATISFIED 不满意；一件一次。")
    Standing evaluate(@RequestBody EvaluationGiven given) {
        QueryKey key = QueryKey.of(given.number(), given.queryCode());
        progress.of(key);
        Rating organ = rating("organRating", "对责任单位的评价", given.organRating())
                .orElseThrow(() -> InvalidInput.of("organRating", "对责任单位的评价", "请选择一项。"));
        Optional<Rating> office = rating("officeRating", "对信访部门的评价", given.officeRating());
        evaluation.evaluate(key.number(), key.code(), new Ratings(office, organ, text(given.comment())));
        return progress.of(key);
    }

    @PostMapping("/review-requests")
    @Operation(summary = "申请复查")
    Standing requestReview(@RequestBody ReviewAskedFor asked) {
        QueryKey key = QueryKey.of(asked.number(), asked.queryCode());
        progress.of(key);
        review.requestReview(key.number(), key.code(), text(asked.reasons()));
        return progress.of(key);
    }

    @PostMapping("/receipts")
    @Operation(summary = "确认收到公布的答复")
    Standing acknowledge(@RequestBody Query query) {
        QueryKey key = QueryKey.of(query.number(), query.queryCode());
        progress.of(key);
        review.acknowledgeReceipt(key.number(), key.code());
        return progress.of(key);
    }

    @PostMapping(path = "/papers", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(summary = "打印自己的文书")
    ResponseEntity<String> paper(
            @RequestParam String number, @RequestParam String queryCode, @RequestParam String documentNumber) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", Papers.CONTENT_SECURITY_POLICY)
                .body(progress.paper(QueryKey.of(number, queryCode), documentNumber));
    }

    private static Optional<Rating> rating(String field, String label, @Nullable String word) {
        if (word == null || word.isBlank()) {
            return Optional.empty();
        }
        for (Rating rating : Rating.values()) {
            if (rating.name().equals(word) || rating.label().equals(word)) {
                return Optional.of(rating);
            }
        }
        throw InvalidInput.of(field, label, "没有这一项，请选择满意、基本满意或者不满意。");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
