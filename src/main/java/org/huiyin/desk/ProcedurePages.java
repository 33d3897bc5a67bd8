package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.util.Map;
import org.huiyin.desk.CaseDeskPages.Reason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 办理程序 in the case-file panel, under the login of the webapps. */
@RestController
@RequestMapping("/camunda/api/huiyin")
class ProcedurePages {
    private final WebappLogin login;
    private final ProcedureDesk desk;

    ProcedurePages(WebappLogin login, ProcedureDesk desk) {
        this.login = login;
        this.desk = desk;
    }

    @GetMapping("/tasks/{taskId}/procedure")
    ResponseEntity<ProcedureDesk.Page> beside(@PathVariable String taskId) {
        TaskAtHand task = login.task(taskId).orElseThrow(() -> new NoRight("这项待办已办结或已转交，或者您没有查看的权限，请刷新列表。"));
        return unstored(desk.beside(login.officer(), task));
    }

    @GetMapping("/petitions/{number}/procedure")
    ResponseEntity<ProcedureDesk.Page> of(@PathVariable String number) {
        return unstored(desk.of(login.officer(), CaseDeskPages.petition(number)));
    }

    @PostMapping("/petitions/{number}/procedure/ordinary")
    ResponseEntity<Map<String, String>> leave(@PathVariable String number, @RequestBody Reason reason) {
        desk.leave(login.officer(), CaseDeskPages.petition(number), reason.text());
        return unstored(Map.of());
    }
}
