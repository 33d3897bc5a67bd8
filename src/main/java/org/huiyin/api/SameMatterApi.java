package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.LinkKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.SameMatterView;
import org.huiyin.casefile.SameMatterView.CandidateSheet;
import org.huiyin.casefile.SameMatterView.LinkSheet;
import org.huiyin.casefile.Sight;
import org.huiyin.casefile.ToldApart;
import org.huiyin.casefile.TypedMatter;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Right;
import org.huiyin.organ.RightMissing;
import org.huiyin.organ.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same matter again: proposed ones and links, as far as the person's rights reach. */
@RestController
@RequestMapping("/api/v1/petitions")
@Tag(name = "同一信访事项")
class SameMatterApi {
    private final CaseFile cases;
    private final SameMatterView view;
    private final Links links;
    private final Rights rights;
    private final CaseRights caseRights;

    SameMatterApi(CaseFile cases, SameMatterView view, Links links, Rights rights, CaseRights caseRights) {
        this.cases = cases;
        this.view = view;
        this.links = links;
        this.rights = rights;
        this.caseRights = caseRights;
    }

    record NewLink(
            @Nullable String earlier,
            @Nullable String kind,
            @Nullable String reason) {}

    record Why(@Nullable String reason) {}

    record LinksAnswer(ToldApart toldApart, List<LinkSheet> links) {}

    @PostMapping("/candidates")
    @Operation(summary = "登记前查找同一信访事项", description = "按已填写的内容查找，最多十件，最相像的在前；个人信息不出现在地址里。")
    List<CandidateSheet> candidates(@RequestBody TypedMatter looked) {
        OfficerId person = Actor.current();
        rights.require(person, Right.FIND_SAME);
        return view.candidates(looked.probe(), person);
    }

    @GetMapping("/{number}/candidates")
    @Operation(summary = "可能的同一信访事项", description = "每件附分数和理由，是否同一事项由工作人员认定。")
    List<CandidateSheet> candidates(@PathVariable String number) {
        Petition petition = visible(number);
        rights.require(Actor.current(), Right.FIND_SAME);
        return view.candidates(petition.id(), Actor.current());
    }

    @GetMapping("/{number}/links")
    @Operation(summary = "关联的信访事项", description = "包括已撤销的关联；toldApart 是初次、重复、共同、集体、越级的区分。")
    LinksAnswer links(@PathVariable String number) {
        Petition petition = visible(number);
        return new LinksAnswer(links.toldApart(petition.id()), view.links(petition.id(), Actor.current()));
    }

    @PostMapping("/{number}/links")
    @Operation(summary = "关联", description = "kind 为 REPEAT、JOINT 或 NEW_FACTS；关联不合并、不办结任何一件。")
    LinksAnswer link(@PathVariable String number, @RequestBody NewLink link) {
        PetitionId id = linkable(number);
        OfficerId person = Actor.current();
        if (!PetitionId.isNumber(Words.text(link.earlier()))) {
            throw InvalidInput.of("earlier", "关联件编号", "应为22位信访编号，请核对。");
        }
        links.link(
                id,
                new PetitionId(Words.text(link.earlier())),
                kind(Words.text(link.kind())),
                Words.text(link.reason()),
                person,
                Sight.of(rights, person));
        return links(number);
    }

    @PostMapping("/{number}/links/{link}/withdraw")
    @Operation(summary = "撤销关联", description = "写明理由；关联和撤销都留在案卷里。")
    LinksAnswer withdraw(@PathVariable String number, @PathVariable long link, @RequestBody Why why) {
        links.withdraw(linkable(number), link, Words.text(why.reason()), Actor.current());
        return links(number);
    }

    private Petition visible(String number) {
        Petition petition = cases.get(Numbers.of(number));
        caseRights.require(Right.VIEW_CASE, petition);
        return petition;
    }

    private PetitionId linkable(String number) {
        Petition petition = visible(number);
        if (!rights.may(Actor.current(), Right.LINK, petition.organ(), petition.registeredBy())) {
            throw new RightMissing(Right.LINK);
        }
        return petition.id();
    }

    private static LinkKind kind(String code) {
        return Labelled.find(LinkKind.class, code)
                .orElseThrow(() -> InvalidInput.of("kind", "关联类别", "请填写 REPEAT、JOINT 或者 NEW_FACTS。"));
    }
}
