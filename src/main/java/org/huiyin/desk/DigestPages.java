package org.huiyin.desk;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Alerts;
import org.huiyin.deadline.Digest;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 期限提醒 under the login of the webapps. */
@RestController
@RequestMapping("/camunda/api/huiyin/digest")
class DigestPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);

    private final WebappLogin login;
    private final Alerts alerts;
    private final CaseAccess access;
    private final ReminderDesk reminders;

    DigestPages(WebappLogin login, Alerts alerts, CaseAccess access, ReminderDesk reminders) {
        this.login = login;
        this.alerts = alerts;
        this.access = access;
        this.reminders = reminders;
    }

    @GetMapping
    ResponseEntity<DigestPage> today() {
        OfficerId officer = login.officer();
        Digest digest = alerts.today(officer);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new DigestPage(
                        DAY.format(digest.day()),
                        digest.unread(),
                        Stream.concat(
                                        digest.lines().stream().map(line -> line(officer, line)),
                                        digest.reminders().stream().map(reminded -> line(officer, reminded)))
                                .toList(),
                        reminders.waitingFor(officer)));
    }

    @PostMapping("/read")
    ResponseEntity<Void> read() {
        alerts.read(login.officer());
        return ResponseEntity.noContent().build();
    }

    private DigestPage.Line line(OfficerId officer, Digest.Line line) {
        return new DigestPage.Line(
                line.petition().value(),
                title(officer, line.petition()),
                line.name(),
                line.lamp().name(),
                line.lamp().label(),
                DAY.format(line.rawDue()),
                !line.running());
    }

    private DigestPage.Line line(OfficerId officer, Digest.Reminded reminded) {
        return new DigestPage.Line(
                reminded.petition().value(),
                title(officer, reminded.petition()),
                reminded.name(),
                reminded.lamp().name(),
                reminded.lamp().label(),
                DAY.format(reminded.due()),
                reminded.settled());
    }

    private String title(OfficerId officer, PetitionId petition) {
        return access.beside(officer, petition).map(Petition::title).orElse("");
    }
}
