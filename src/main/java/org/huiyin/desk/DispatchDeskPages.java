package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.huiyin.desk.CaseDeskPages.Reason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 上交报请、反馈期限 in the case-file panel, under the login of the webapps; every verb answers with the section anew. */
@RestController
@RequestMapping("/camunda/api/huiyin/petitions/{number}/dispatch")
class DispatchDeskPages {
    private final WebappLogin login;
    private final DispatchDesk desk;

    DispatchDeskPages(WebappLogin login, DispatchDesk desk) {
        this.login = login;
        this.desk = desk;
    }

    record Later(@Nullable String due, @Nullable String reason) {}

    record Leave(@Nullable String superior, @Nullable String reason) {}

    @GetMapping
    ResponseEntity<DispatchDesk.Page> read(@PathVariable String number) {
        return page(login.officer(), CaseDeskPages.petition(number));
    }

    @PostMapping("/feedback")
    ResponseEntity<DispatchDesk.Page> putOff(@PathVariable String number, @RequestBody Later later) {
        OfficerId officer = login.officer();
        PetitionId petition = CaseDeskPages.petition(number);
        desk.putOff(officer, petition, day("due", "延长后的反馈期限", later.due()), text(later.reason()));
        return page(officer, petition);
    }

    @PostMapping("/leave-requests")
    ResponseEntity<DispatchDesk.Page> askLeave(@PathVariable String number, @RequestBody Leave leave) {
        OfficerId officer = login.officer();
        PetitionId petition = CaseDeskPages.petition(number);
        desk.askLeave(officer, petition, organ("superior", "报请的上级机关", leave.superior()), text(leave.reason()));
        return page(officer, petition);
    }

    @PostMapping("/leave")
    ResponseEntity<DispatchDesk.Page> grantLeave(@PathVariable String number, @RequestBody Reason reason) {
        OfficerId officer = login.officer();
        PetitionId petition = CaseDeskPages.petition(number);
        desk.grantLeave(officer, petition, reason.text());
        return page(officer, petition);
    }

    private ResponseEntity<DispatchDesk.Page> page(OfficerId officer, PetitionId petition) {
        return unstored(desk.read(officer, petition));
    }

    private static OrganId organ(String field, String label, @Nullable String id) {
        if (id == null || !OrganId.isId(id)) {
            throw InvalidInput.of(field, label, "请从列表中选择。");
        }
        return new OrganId(id);
    }

    private static LocalDate day(String field, String label, @Nullable String typed) {
        try {
            return LocalDate.parse(text(typed));
        } catch (DateTimeParseException notADay) {
            throw InvalidInput.of(field, label, "请填写日期。");
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
