package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Right;
import org.huiyin.simplified.SimplifiedProcedure;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 办理程序: by which one a matter is handled, and the way back to the ordinary one. */
@RestController
@RequestMapping("/api/v1/petitions/{number}/procedure")
@Tag(name = "信访件")
class ProcedureApi {
    private final CaseFile cases;
    private final SimplifiedProcedure simplified;
    private final CaseRights rights;

    ProcedureApi(CaseFile cases, SimplifiedProcedure simplified, CaseRights rights) {
        this.cases = cases;
        this.simplified = simplified;
        this.rights = rights;
    }

    /**
     * What is proposed for a matter that is not sorted, or not accepted yet.
     *
     * @param row id of the row of {@code simplifiedEligibility} that fired
     */
    record ProposalAnswer(Labels procedure, String row, String reason, String basis, boolean excluded) {
        static ProposalAnswer of(org.huiyin.simplified.Proposal proposal) {
            return new ProposalAnswer(
                    Labels.of(proposal.procedure()),
                    proposal.row(),
                    proposal.reason(),
                    proposal.basis(),
                    proposal.excluded());
        }
    }

    record ProcedureAnswer(Optional<Labels> procedure, boolean mayLeaveSimplified, ProposalAnswer proposal) {}

    record Left(@Nullable String reason) {
        @Override
        public String toString() {
            return "Left";
        }
    }

    @GetMapping
    @Operation(summary = "办理程序和系统对简易程序的建议")
    ProcedureAnswer of(@PathVariable String number) {
        PetitionId id = readable(number);
        Petition petition = cases.get(id);
        return new ProcedureAnswer(
                petition.procedure().map(Labels::of),
                simplified.mayLeave(id, Actor.current()),
                ProposalAnswer.of(simplified.proposal(id)));
    }

    @PostMapping("/ordinary")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "由简易程序转为普通程序", description = "由承办人在答复之前说明理由转换；办理期限自原受理之日起计算，已经受理的以告知书告知信访人。")
    void leave(@PathVariable String number, @RequestBody Left left) {
        simplified.toOrdinary(
                readable(number), Optional.ofNullable(left.reason()).orElse(""), Actor.current());
    }

    private PetitionId readable(String number) {
        PetitionId id = Numbers.of(number);
        rights.require(Right.VIEW_CASE, cases.get(id));
        return id;
    }
}
