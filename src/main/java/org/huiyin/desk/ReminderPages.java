package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 催办 and its replies under the login of the webapps: from a row of the board, and beside the case file. */
@RestController
@RequestMapping("/camunda/api/huiyin/petitions/{number}/reminders")
class ReminderPages {
    private final WebappLogin login;
    private final ReminderDesk desk;

    ReminderPages(WebappLogin login, ReminderDesk desk) {
        this.login = login;
        this.desk = desk;
    }

    record Typed(@Nullable String text) {
        String words() {
            return text == null ? "" : text;
        }
    }

    @GetMapping
    ResponseEntity<ReminderDesk.Page> read(@PathVariable String number) {
        return unstored(desk.read(login.officer(), CaseDeskPages.petition(number)));
    }

    @PostMapping
    ResponseEntity<Map<String, String>> remind(@PathVariable String number, @RequestBody Typed typed) {
        desk.remind(login.officer(), CaseDeskPages.petition(number), typed.words());
        return unstored(Map.of());
    }

    @PostMapping("/{id:\\d{1,9}}/reply")
    ResponseEntity<Map<String, String>> reply(
            @PathVariable String number, @PathVariable int id, @RequestBody Typed typed) {
        desk.reply(login.officer(), CaseDeskPages.petition(number), id, typed.words());
        return unstored(Map.of());
    }
}
