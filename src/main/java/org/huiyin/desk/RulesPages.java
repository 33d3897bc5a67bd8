package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import com.samskivert.mustache.Template;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.huiyin.deadline.CalendarSheet;
import org.huiyin.deadline.NewCalendar;
import org.huiyin.deadline.NewTimeLimit;
import org.huiyin.deadline.Region;
import org.huiyin.deadline.RuleChangeSheet;
import org.huiyin.deadline.RuleChanges;
import org.huiyin.deadline.RuleDecision;
import org.huiyin.deadline.RuleEffect;
import org.huiyin.deadline.ShownChange;
import org.huiyin.deadline.TimeLimitSheet;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which administrators and analysts see calendars and time limits and change them. It lies below the webapps'
 * address because their login and the cookie of their CSRF token reach no farther.
 */
@RestController
class RulesPages {
    private static final String ROOT = "/camunda/api/huiyin/rules";

    private final WebappLogin login;
    private final EngineGateway engine;
    private final RuleChanges changes;
    private final Rights rights;
    private final Organs organs;
    private final SitePage site;
    private final Clock time;
    private final Template template = SitePage.template("rules.html");

    RulesPages(
            WebappLogin login,
            EngineGateway engine,
            RuleChanges changes,
            Rights rights,
            Organs organs,
            SitePage site,
            Clock time) {
        this.login = login;
        this.engine = engine;
        this.changes = changes;
        this.rights = rights;
        this.organs = organs;
        this.site = site;
        this.time = time;
    }

    /** Who reads, what he may, and what a form offers him. */
    record Reader(
            String id,
            String name,
            boolean mayPropose,
            boolean mayDecide,
            int year,
            List<Choice> organs,
            List<Choice> regions) {}

    record Choice(String value, String label) {}

    @GetMapping(path = "/camunda/rules", produces = HandbookPages.HTML)
    ResponseEntity<String> page() {
        return site.underLogin("日历和期限规定 · 回音", template);
    }

    @GetMapping(ROOT + "/reader")
    ResponseEntity<Reader> reader() {
        OfficerId officer = login.officer();
        return unstored(new Reader(
                officer.value(),
                organs.findOfficer(officer).map(Officer::name).orElse(officer.value()),
                rights.mayAnywhere(officer, Right.PROPOSE_RULES),
                rights.mayAnywhere(officer, Right.APPROVE_RULES),
                LocalDate.now(time).getYear(),
                organs.all().stream()
                        .map(organ -> new Choice(organ.id().value(), organ.name()))
                        .toList(),
                organs.all().stream()
                        .map(organ -> organ.region())
                        .distinct()
                        .sorted()
                        .map(region -> new Choice(region, region))
                        .toList()));
    }

    @GetMapping(ROOT + "/limits")
    ResponseEntity<List<TimeLimitSheet>> limits() {
        return asOfficer(() -> changes.limits(false));
    }

    @GetMapping(ROOT + "/calendar/{year:\\d{4}}")
    ResponseEntity<CalendarSheet> calendar(
            @PathVariable int year, @RequestParam(required = false) @Nullable String region) {
        return asOfficer(() -> changes.calendar(year, Region.read("region", region)));
    }

    @GetMapping(ROOT + "/changes")
    ResponseEntity<List<RuleChangeSheet>> list() {
        return asOfficer(changes::newest);
    }

    @GetMapping(ROOT + "/changes/{id:\\d{1,18}}")
    ResponseEntity<ShownChange> show(@PathVariable long id) {
        return asOfficer(() -> changes.show(id));
    }

    @PostMapping(ROOT + "/calendar/try")
    ResponseEntity<RuleEffect> tryCalendar(@RequestBody NewCalendar proposed) {
        return asOfficer(() -> changes.tryCalendar(proposed));
    }

    @PostMapping(ROOT + "/calendar")
    ResponseEntity<RuleChangeSheet> proposeCalendar(@RequestBody NewCalendar proposed) {
        return asOfficer(() -> changes.proposeCalendar(proposed));
    }

    @PostMapping(ROOT + "/limits/try")
    ResponseEntity<RuleEffect> tryTimeLimit(@RequestBody NewTimeLimit proposed) {
        return asOfficer(() -> changes.tryTimeLimit(proposed));
    }

    @PostMapping(ROOT + "/limits")
    ResponseEntity<RuleChangeSheet> proposeTimeLimit(@RequestBody NewTimeLimit proposed) {
        return asOfficer(() -> changes.proposeTimeLimit(proposed));
    }

    @PostMapping(ROOT + "/changes/{id:\\d{1,18}}/approve")
    ResponseEntity<RuleChangeSheet> approve(@PathVariable long id, @RequestBody RuleDecision decision) {
        return asOfficer(() -> changes.approve(id, decision.reason()));
    }

    @PostMapping(ROOT + "/changes/{id:\\d{1,18}}/refuse")
    ResponseEntity<RuleChangeSheet> refuse(@PathVariable long id, @RequestBody RuleDecision decision) {
        return asOfficer(() -> changes.refuse(id, decision.reason()));
    }

    @PostMapping(ROOT + "/changes/{id:\\d{1,18}}/withdraw")
    ResponseEntity<RuleChangeSheet> withdraw(@PathVariable long id, @RequestBody RuleDecision decision) {
        return asOfficer(() -> changes.withdraw(id, decision.reason()));
    }

    private <T> ResponseEntity<T> asOfficer(Supplier<T> work) {
        return unstored(engine.as(login.officer(), work));
    }
}
