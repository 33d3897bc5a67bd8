package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Right;
import org.huiyin.recusal.Recusal;
import org.huiyin.recusal.Recusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 回避: an officer asks to be excused; who has been, and what was decided. */
@RestController
@RequestMapping("/api/v1/petitions/{number}/recusals")
@Tag(name = "信访件")
class RecusalsApi {
    private final CaseFile cases;
    private final Recusals recusals;
    private final CaseRights rights;

    RecusalsApi(CaseFile cases, Recusals recusals, CaseRights rights) {
        this.cases = cases;
        this.recusals = recusals;
        this.rights = rights;
    }

    record Declared(@Nullable String reason) {
        @Override
        public String toString() {
            return "Declared";
        }
    }

    record RecusalAnswer(
            int id,
            String officer,
            Labels origin,
            OffsetDateTime requestedAt,
            String decider,
            Labels state,
            Optional<OffsetDateTime> decidedAt) {
        static RecusalAnswer of(Recusal one) {
            return new RecusalAnswer(
                    one.id(),
                    one.officer().value(),
                    Labels.of(one.origin()),
                    Times.beijing(one.requestedAt()),
                    one.decider().value(),
                    Labels.of(one.state()),
                    one.decidedAt().map(Times::beijing));
        }
    }

    @GetMapping
    @Operation(summary = "回避申请和决定")
    List<RecusalAnswer> list(@PathVariable String number) {
        return recusals.of(readable(number)).stream().map(RecusalAnswer::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "本人申请回避", description = "由本单位负责人决定，负责人的回避由上级机关决定。")
    void declare(@PathVariable String number, @RequestBody Declared declared) {
        recusals.declare(
                readable(number),
                Actor.current(),
                Optional.ofNullable(declared.reason()).orElse(""));
    }

    private PetitionId readable(String number) {
        PetitionId id = Numbers.of(number);
        rights.require(Right.VIEW_CASE, cases.get(id));
        return id;
    }
}
