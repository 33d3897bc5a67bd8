package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.desk.CaseDeskPages.Reason;
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

/** 被反映人 and 回避 in the case-file panel, under the login of the webapps. */
@RestController
@RequestMapping("/camunda/api/huiyin")
class ProtectionPages {
    private final WebappLogin login;
    private final Protection protection;

    ProtectionPages(WebappLogin login, Protection protection) {
        this.login = login;
        this.protection = protection;
    }

    record Named(
            @Nullable String organ,
            @Nullable String name,
            @Nullable String post) {
        @Override
        public String toString() {
            return "Named";
        }
    }

    @GetMapping("/tasks/{taskId}/protection")
    ResponseEntity<Protection.Page> beside(@PathVariable String taskId) {
        TaskAtHand task = login.task(taskId).orElseThrow(() -> new NoRight("这项待办已办结或已转交，或者您没有查看的权限，请刷新列表。"));
        return unstored(protection.beside(login.officer(), task));
    }

    @GetMapping("/petitions/{number}/protection")
    ResponseEntity<Protection.Page> of(@PathVariable String number) {
        return unstored(protection.of(login.officer(), CaseDeskPages.petition(number)));
    }

    @PostMapping("/petitions/{number}/accused")
    ResponseEntity<Map<String, String>> name(@PathVariable String number, @RequestBody Named named) {
        Optional<String> organ = Optional.ofNullable(named.organ()).filter(id -> !id.isBlank());
        if (organ.filter(id -> !OrganId.isId(id)).isPresent()) {
            throw InvalidInput.of("accusedOrgan", "被反映单位", "没有这个单位，请从列表中选择。");
        }
        protection.name(
                login.officer(),
                CaseDeskPages.petition(number),
                organ.map(OrganId::new),
                text(named.name()),
                text(named.post()));
        return unstored(Map.of());
    }

    @PostMapping("/petitions/{number}/accused/{id:\\d{1,18}}/remove")
    ResponseEntity<Map<String, String>> remove(
            @PathVariable String number, @PathVariable long id, @RequestBody Reason reason) {
        protection.remove(login.officer(), CaseDeskPages.petition(number), id, reason.text());
        return unstored(Map.of());
    }

    @PostMapping("/petitions/{number}/accused/reveal")
    ResponseEntity<List<Protection.Line>> reveal(@PathVariable String number, @RequestBody Reason reason) {
        return unstored(protection.reveal(login.officer(), CaseDeskPages.petition(number), reason.text()));
    }

    @PostMapping("/petitions/{number}/recusal")
    ResponseEntity<Map<String, String>> declare(@PathVariable String number, @RequestBody Reason reason) {
        protection.declare(login.officer(), CaseDeskPages.petition(number), reason.text());
        return unstored(Map.of());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
