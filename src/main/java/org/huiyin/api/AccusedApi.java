package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.api.FiledLetter.NamedParty;
import org.huiyin.casefile.Accused;
import org.huiyin.casefile.AccusedParties;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
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

/** Whom a petition speaks against; for those alone who may read the case file. */
@RestController
@RequestMapping("/api/v1/petitions/{number}/accused")
@Tag(name = "信访件")
class AccusedApi {
    private final CaseFile cases;
    private final AccusedParties accused;
    private final Organs organs;
    private final CaseRights rights;

    AccusedApi(CaseFile cases, AccusedParties accused, Organs organs, CaseRights rights) {
        this.cases = cases;
        this.accused = accused;
        this.organs = organs;
        this.rights = rights;
    }

    /** The name is masked; in full it is shown in the case file, with a reason that the journal keeps. */
    record AccusedAnswer(
            long id,
            Optional<CaseAnswer.OrganAnswer> organ,
            String name,
            String post,
            Instant namedAt,
            String namedBy) {
        @Override
        public String toString() {
            return "AccusedAnswer[" + id + "]";
        }
    }

    record Removal(@Nullable String reason) {}

    @GetMapping
    @Operation(summary = "被反映人、被反映单位", description = "姓名已遮盖。被反映的人和单位看不到本件。")
    List<AccusedAnswer> list(@PathVariable String number) {
        return accused.of(petition(number, Right.VIEW_CASE).id()).stream()
                .map(this::answer)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "记明被反映人", description = "organ 为机关编号，只填 organ 即为被反映单位；立即生效，须回避的人不再看到本件。")
    void name(@PathVariable String number, @RequestBody NamedParty party) {
        accused.name(open(number).id(), party.party(), Actor.current());
    }

    @PostMapping("/{id:\\d{1,18}}/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "更正被反映人", description = "标记为误记，须写明理由；原记录保留。")
    void remove(@PathVariable String number, @PathVariable long id, @RequestBody Removal removal) {
        accused.remove(
                open(number).id(), id, Optional.ofNullable(removal.reason()).orElse(""), Actor.current());
    }

    private Petition open(String number) {
        Petition petition = petition(number, Right.NAME_ACCUSED);
        if (!petition.isOpen() || petition.isDraft()) {
            throw InvalidInput.of("number", "信访编号", "尚未登记或者已经办结，不能再改被反映人。");
        }
        return petition;
    }

    private Petition petition(String number, Right right) {
        PetitionId id = Numbers.of(number);
        Petition petition = cases.get(id);
        rights.require(right, petition);
        return petition;
    }

    private AccusedAnswer answer(Accused one) {
        return new AccusedAnswer(
                one.id(),
                one.organ().map(organ -> CaseAnswer.OrganAnswer.of(organ, organs)),
                one.maskedName(),
                one.post(),
                one.namedAt(),
                one.namedBy().value());
    }
}
