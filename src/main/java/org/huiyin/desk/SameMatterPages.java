package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.huiyin.casefile.LinkKind;
import org.huiyin.casefile.SameMatterView.CandidateSheet;
import org.huiyin.casefile.TypedMatter;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same matter in the case-file panel, under the login of the webapps. What was typed comes in a body, never in an address. */
@RestController
@RequestMapping("/camunda/api/huiyin")
class SameMatterPages {
    private final WebappLogin login;
    private final SameMatterDesk desk;

    SameMatterPages(WebappLogin login, SameMatterDesk desk) {
        this.login = login;
        this.desk = desk;
    }

    record NewLink(
            @Nullable String earlier,
            @Nullable String kind,
            @Nullable String reason) {}

    record NewOpinion(
            @Nullable String number,
            @Nullable String organ,
            @Nullable String issuedOn) {}

    record Why(@Nullable String reason) {}

    @PostMapping("/same-matter/candidates")
    ResponseEntity<List<CandidateSheet>> candidates(@RequestBody TypedMatter typed) {
        return unstored(desk.candidates(login.officer(), typed.probe()));
    }

    @GetMapping("/petitions/{number:\\d{22}}/same-matter")
    ResponseEntity<SameMatterDesk.Section> section(@PathVariable String number) {
        return unstored(desk.section(login.officer(), new PetitionId(number)));
    }

    @PostMapping("/petitions/{number:\\d{22}}/links")
    ResponseEntity<SameMatterDesk.Section> link(@PathVariable String number, @RequestBody NewLink link) {
        PetitionId petition = new PetitionId(number);
        desk.link(
                login.officer(), petition, earlier(text(link.earlier())), kind(text(link.kind())), text(link.reason()));
        return unstored(desk.section(login.officer(), petition));
    }

    @PostMapping("/petitions/{number:\\d{22}}/links/{link:\\d{1,18}}/withdraw")
    ResponseEntity<SameMatterDesk.Section> withdraw(
            @PathVariable String number, @PathVariable long link, @RequestBody Why why) {
        PetitionId petition = new PetitionId(number);
        desk.withdraw(login.officer(), petition, link, text(why.reason()));
        return unstored(desk.section(login.officer(), petition));
    }

    @PostMapping("/petitions/{number:\\d{22}}/final-opinions")
    ResponseEntity<SameMatterDesk.Section> enterOpinion(@PathVariable String number, @RequestBody NewOpinion opinion) {
        PetitionId petition = new PetitionId(number);
        desk.enterOpinion(
                login.officer(),
                petition,
                text(opinion.number()),
                text(opinion.organ()),
                day(text(opinion.issuedOn())));
        return unstored(desk.section(login.officer(), petition));
    }

    @PostMapping("/petitions/{number:\\d{22}}/final-opinions/{opinion:\\d{1,18}}/withdraw")
    ResponseEntity<SameMatterDesk.Section> withdrawOpinion(
            @PathVariable String number, @PathVariable long opinion, @RequestBody Why why) {
        PetitionId petition = new PetitionId(number);
        desk.withdrawOpinion(login.officer(), petition, opinion, text(why.reason()));
        return unstored(desk.section(login.officer(), petition));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw InvalidInput.of("issuedOn", "复核意见日期", "请填写年月日，例如2025-03-01。");
        }
    }

    private static PetitionId earlier(String number) {
        if (!PetitionId.isNumber(number)) {
            throw InvalidInput.of("earlier", "关联件编号", "应为22位信访编号，请核对。");
        }
        return new PetitionId(number);
    }

    private static LinkKind kind(String code) {
        return Arrays.stream(LinkKind.values())
                .filter(kind -> kind.name().equals(code))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("kind", "关联类别", "请选择重复信访、共同信访或者有新的事实和理由。"));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
