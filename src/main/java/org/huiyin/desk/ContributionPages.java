package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.huiyin.dispatch.HelperOrder;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 协办意见 under the login of the webapps, beside the case file. */
@RestController
@RequestMapping("/camunda/api/huiyin/petitions/{number}/contributions")
class ContributionPages {
    private final WebappLogin login;
    private final ContributionDesk desk;

    ContributionPages(WebappLogin login, ContributionDesk desk) {
        this.login = login;
        this.desk = desk;
    }

    /** As typed into the panel. */
    record Typed(
            @Nullable String organ,
            @Nullable String due,
            @Nullable String asked,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GetMapping
    ResponseEntity<ContributionPage> read(@PathVariable String number) {
        return unstored(desk.read(login.officer(), CaseDeskPages.petition(number)));
    }

    @PostMapping
    ResponseEntity<Map<String, String>> ask(@PathVariable String number, @RequestBody Typed typed) {
        HelperOrder order = new HelperOrder(organ(typed.organ()), day(typed.due()), text(typed.asked()));
        desk.ask(login.officer(), CaseDeskPages.petition(number), order);
        return unstored(Map.of());
    }

    @PostMapping("/{request:\\d{1,9}}/due")
    ResponseEntity<Map<String, String>> postpone(
            @PathVariable String number, @PathVariable long request, @RequestBody Typed typed) {
        desk.postpone(login.officer(), CaseDeskPages.petition(number), request, day(typed.due()), text(typed.reason()));
        return unstored(Map.of());
    }

    @PostMapping("/{request:\\d{1,9}}/withdrawal")
    ResponseEntity<Map<String, String>> withdraw(
            @PathVariable String number, @PathVariable long request, @RequestBody Typed typed) {
        desk.withdraw(login.officer(), CaseDeskPages.petition(number), request, text(typed.reason()));
        return unstored(Map.of());
    }

    private static OrganId organ(@Nullable String typed) {
        if (typed == null || !OrganId.isId(typed)) {
            throw InvalidInput.of("helperOrgan", "协办单位", "请从列表中选择一个单位。");
        }
        return new OrganId(typed);
    }

    private static LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(text(typed));
        } catch (DateTimeParseException e) {
            throw InvalidInput.of("due", "协办期限", "请填写日期，例如 2026-11-20。");
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
