package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.casefile.EnterpriseSize;
import org.huiyin.casefile.PetitionState;
import org.huiyin.casefile.Source;
import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.ledger.Ledger;
import org.huiyin.ledger.LedgerOrder;
import org.huiyin.ledger.LedgerPage;
import org.huiyin.ledger.LedgerRequest;
import org.huiyin.ledger.MatterFilters;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 台账: the page on which an officer reads the matters he may see, one row each, and takes them out if he may. */
@RestController
class LedgerPages {
    private static final String ROOT = "/camunda/api/huiyin/ledger";
    private static final List<PetitionState> NEVER_LISTED = List.of(PetitionState.DRAFT, PetitionState.VOID);

    private final WebappLogin login;
    private final Ledger ledger;
    private final MatterFilters filters;
    private final Rights rights;
    private final Organs organs;
    private final SitePage site;
    private final Clock clock;
    private final com.samskivert.mustache.Template template = SitePage.template("ledger.html");

    LedgerPages(
            WebappLogin login,
            Ledger ledger,
            MatterFilters filters,
            Rights rights,
            Organs organs,
            SitePage site,
            Clock clock) {
        this.login = login;
        this.ledger = ledger;
        this.filters = filters;
        this.rights = rights;
        this.organs = organs;
        this.site = site;
        this.clock = clock;
    }

    record Choice(String value, String label) {}

    /**
     * Who reads, and what he can choose from.
     *
     * @param own his own organ; empty for somebody of none
     */
    record Reader(
            String name,
            String own,
            boolean mayExport,
            List<Choice> organs,
            List<Choice> states,
            List<Choice> lamps,
            List<Choice> classes,
            List<Choice> channels,
            List<Choice> sources,
            List<Choice> enterprises,
            List<Choice> topics,
            List<Choice> regions,
            List<Choice> orders) {}

    @GetMapping(path = "/camunda/ledger", produces = HandbookPages.HTML)
    ResponseEntity<String> page() {
        return site.underLogin("信访事项台账 · 回音", template);
    }

    @GetMapping(ROOT + "/reader")
    ResponseEntity<Reader> reader() {
        OfficerId officer = login.officer();
        return unstored(new Reader(
                organs.findOfficer(officer).map(Officer::name).orElse(officer.value()),
                organs.findOfficer(officer)
                        .map(person -> person.organ().value())
                        .orElse(""),
                ledger.mayExport(officer),
                organs(officer),
                choices(Arrays.stream(PetitionState.values())
                        .filter(state -> !NEVER_LISTED.contains(state))
                        .toArray(PetitionState[]::new)),
                choices(Lamp.values()),
                choices(PetitionClass.values()),
                choices(Channel.values()),
                choices(Source.values()),
                Stream.concat(
                                Stream.of(new Choice(MatterFilters.ANY, MatterFilters.ANY_LABEL)),
                                choices(EnterpriseSize.values()).stream())
                        .toList(),
                filters.topics().stream()
                        .map(topic -> new Choice(topic.code(), topic.label()))
                        .toList(),
                filters.territories().stream()
                        .map(place -> new Choice(place.organ().value(), place.name()))
                        .toList(),
                choices(LedgerOrder.values())));
    }

    /** What is looked for comes in the body: words may name people. */
    @PostMapping(ROOT + "/page")
    ResponseEntity<LedgerPage> rows(@RequestBody LedgerRequest asked) {
        return unstored(ledger.page(asked, login.officer()));
    }

    @PostMapping(ROOT + "/export")
    void export(@RequestBody LedgerRequest asked, HttpServletResponse response) throws IOException {
        OfficerId officer = login.officer();
        long begun = ledger.beginExport(asked, officer);
        response.setContentType(Ledger.MEDIA_TYPE);
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        response.setHeader("Content-Disposition", Ledger.disposition(LocalDate.now(clock)));
        ledger.export(begun, asked, officer, response.getOutputStream());
    }

    private List<Choice> organs(OfficerId officer) {
        var reached = new java.util.HashSet<OrganId>(rights.reach(officer, Right.VIEW_CASE));
        reached.addAll(rights.reach(officer, Right.VIEW_SEALED));
        return organs.all().stream()
                .filter(organ -> reached.contains(organ.id()))
                .map(organ -> new Choice(organ.id().value(), organ.name()))
                .toList();
    }

    private static <E extends Enum<E> & Labelled> List<Choice> choices(E[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), value.label()))
                .toList();
    }
}
