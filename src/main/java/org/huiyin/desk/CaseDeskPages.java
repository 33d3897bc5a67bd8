package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperId;
import org.huiyin.notice.Papers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The case file under the login of the webapps, whose filters also ask every POST for its CSRF token. Nothing personal
 * stands in an address.
 */
@RestController
@RequestMapping("/camunda/api/huiyin")
class CaseDeskPages {
    static final String RECEIPT = "huiyin.registration-receipt.";

    private final WebappLogin login;
    private final CaseDesk desk;

    /** Why something is done that the journal records. */
    record Reason(@Nullable String reason) {
        String text() {
            return reason == null ? "" : reason;
        }
    }

    /** For how many days more, and why. */
    record MoreTime(@Nullable Integer days, @Nullable String reason) {}

    CaseDeskPages(WebappLogin login, CaseDesk desk) {
        this.login = login;
        this.desk = desk;
    }

    @GetMapping("/tasks/{taskId}/case")
    ResponseEntity<CasePage> open(@PathVariable String taskId) {
        OfficerId officer = login.officer();
        return unstored(desk.open(officer, taskAtHand(taskId)));
    }

    /** Without a task: for whoever has the right to view the case, such as the registrar who has just registered it. */
    @GetMapping("/petitions/{number}/case")
    ResponseEntity<CasePage> read(@PathVariable String number) {
        return unstored(desk.read(login.officer(), petition(number)));
    }

    @PostMapping("/tasks/{taskId}/hand-back")
    ResponseEntity<Map<String, String>> handBack(@PathVariable String taskId, @RequestBody Reason reason) {
        OfficerId officer = login.officer();
        desk.handBack(officer, taskAtHand(taskId), reason.text());
        return unstored(Map.of());
    }

    @PostMapping("/petitions/{number}/unmask")
    ResponseEntity<CasePage.People> unmask(@PathVariable String number, @RequestBody Reason reason) {
        return unstored(desk.unmask(login.officer(), petition(number), reason.text()));
    }

    @PostMapping("/petitions/{number}/extension")
    ResponseEntity<Map<String, String>> requestExtension(@PathVariable String number, @RequestBody MoreTime asked) {
        int days = asked.days() == null ? 0 : asked.days();
        String reason = asked.reason() == null ? "" : asked.reason();
        desk.requestExtension(login.officer(), petition(number), days, reason);
        return unstored(Map.of());
    }

    /** The receipt holds the query code: it waits in the session until it is opened, once, and is kept nowhere else. */
    @PostMapping("/petitions/{number}/registration-receipt")
    ResponseEntity<Map<String, String>> prepareReceipt(@PathVariable String number, HttpSession session) {
        PetitionId petition = petition(number);
        session.setAttribute(RECEIPT + petition.value(), desk.registrationReceipt(login.officer(), petition));
        return unstored(Map.of("href", "petitions/" + petition.value() + "/registration-receipt"));
    }

    @GetMapping(path = "/petitions/{number}/registration-receipt", produces = HandbookPages.HTML)
    ResponseEntity<String> receipt(@PathVariable String number, HttpSession session) {
        login.officer();
        String key = RECEIPT + petition(number).value();
        @Nullable Object html = session.getAttribute(key);
        session.removeAttribute(key);
        if (html == null) {
            throw new NoRight("这张登记凭证已经打开过。查询码不留存，如需再打印，请在案卷里重新生成。");
        }
        return printable(html.toString());
    }

    @GetMapping(path = "/papers/{id:\\d{1,18}}", produces = HandbookPages.HTML)
    ResponseEntity<String> paper(@PathVariable long id) {
        return printable(desk.paper(login.officer(), new PaperId(id)));
    }

    private TaskAtHand taskAtHand(String taskId) {
        return login.task(taskId).orElseThrow(() -> new NoRight("这项待办已办结或已转交，或者您没有查看的权限，请刷新列表。"));
    }

    /** The number in an address of the desk; what is no number is answered like one that nobody has. */
    static PetitionId petition(String number) {
        if (!PetitionId.isNumber(number)) {
            throw new NoRight("没有这个编号的信访件，请核对编号。");
        }
        return new PetitionId(number);
    }

    private static ResponseEntity<String> printable(String html) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", Papers.CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(html);
    }
}
