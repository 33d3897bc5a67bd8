package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.Actor;
import org.huiyin.intake.Received;
import org.huiyin.intake.Splitting;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 分拆: one letter, several matters. */
@RestController
@Tag(name = "信访件")
class SplitApi {
    private final Splitting splitting;
    private final CaseFile cases;
    private final CaseRights rights;

    SplitApi(Splitting splitting, CaseFile cases, CaseRights rights) {
        this.splitting = splitting;
        this.cases = cases;
        this.rights = rights;
    }

    record Item(
            @Nullable String title,
            @Nullable String content,
            @Nullable String demand,
            @Nullable String subject,
            @Nullable List<@Nullable String> attachments) {
        Splitting.Typed typed() {
            return new Splitting.Typed(
                    Words.text(title),
                    Words.text(content),
                    Words.text(demand),
                    Words.text(subject),
                    attachments == null
                            ? List.of()
                            : attachments.stream().flatMap(Stream::ofNullable).toList());
        }

        @Override
        public String toString() {
            return "Item";
        }
    }

    record Items(@Nullable Item kept, @Nullable List<@Nullable Item> items) {
        Splitting.Typed first() {
            return kept == null ? new Splitting.Typed("", "", "", "") : kept.typed();
        }

        List<Splitting.Typed> others() {
            return items == null
                    ? List.of()
                    : items.stream()
                            .flatMap(Stream::ofNullable)
                            .map(Item::typed)
                            .toList();
        }
    }

    record SplitOff(String number, String queryCode) {
        static SplitOff of(Received received) {
            return new SplitOff(received.number().value(), received.queryCode());
        }

        @Override
        public String toString() {
            return "SplitOff[" + number + "]";
        }
    }

    record Split(String number, List<SplitOff> items) {}

    @PostMapping("/api/v1/petitions/{number}/split")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "分拆事项",
            description = "由领取了“判定类别与途径”待办的人在判定之前分拆：kept 是本件保留的事项，items 是分拆出的事项，各得编号、查询码、流程和自收到之日起的期限；"
                    + "信访人一并带入，来信全文另存；attachments 是属于该项的来信附件（附件列表的 key），没有列出的随来信全文。")
    Split split(@PathVariable String number, @RequestBody Items items) {
        PetitionId id = Numbers.of(number);
        rights.require(Right.VIEW_CASE, cases.get(id));
        return new Split(
                id.value(),
                splitting.split(id, items.first(), items.others(), Actor.current()).stream()
                        .map(SplitOff::of)
                        .toList());
    }
}
