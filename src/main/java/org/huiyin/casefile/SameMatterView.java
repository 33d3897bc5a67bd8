package org.huiyin.casefile;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Rights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Linked and similar matters in words, never more of them than the reader may find. Whether he may read the file is the caller's. */
@Service
@Transactional
public class SameMatterView {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);

    private final SameMatter sameMatter;
    private final Links links;
    private final CaseFile cases;
    private final Organs organs;
    private final Rights rights;

    SameMatterView(SameMatter sameMatter, Links links, CaseFile cases, Organs organs, Rights rights) {
        this.sameMatter = sameMatter;
        this.links = links;
        this.cases = cases;
        this.organs = organs;
        this.rights = rights;
    }

    /** A proposed matter: neither its text nor its people are shown, only what leads to its file. */
    public record CandidateSheet(
            String number,
            String title,
            String state,
            String organ,
            String receivedOn,
            String place,
            String ending,
            int score,
            boolean samePerson,
            List<String> reasons) {}

    /** A link as seen from one of its ends. */
    public record LinkSheet(
            long id,
            String number,
            String kindCode,
            String kind,
            boolean toEarlier,
            String title,
            String state,
            String organ,
            String ending,
            String reason,
            int score,
            String grounds,
            String linked,
            boolean inForce,
            String withdrawn) {}

    public List<CandidateSheet> candidates(Probe probe, OfficerId reader) {
        return sameMatter.candidates(probe, Sight.of(rights, reader)).stream()
                .map(this::sheet)
                .toList();
    }

    public List<CandidateSheet> candidates(PetitionId id, OfficerId reader) {
        return sameMatter.candidates(id, Sight.of(rights, reader)).stream()
                .map(this::sheet)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<LinkSheet> links(PetitionId id, OfficerId reader) {
        return links.of(id, Sight.of(rights, reader)).stream()
                .map(link -> sheet(link, id))
                .toList();
    }

    private CandidateSheet sheet(Candidate candidate) {
        return new CandidateSheet(
                candidate.petition().value(),
                candidate.title(),
                candidate.state().label(),
                organ(candidate.organ()),
                day(candidate.receivedAt()),
                candidate.place(),
                candidate.endReason().map(reason -> reason.label()).orElse(""),
                candidate.score(),
                candidate.samePerson(),
                candidate.reasons());
    }

    private LinkSheet sheet(Link link, PetitionId seenFrom) {
        Petition other = cases.get(link.other(seenFrom));
        return new LinkSheet(
                link.id(),
                other.id().value(),
                link.kind().name(),
                link.kind().label(),
                link.petition().equals(seenFrom),
                other.title(),
                other.state().label(),
                organ(other.organ()),
                other.endReason().map(reason -> reason.label()).orElse(""),
                link.reason(),
                link.score(),
                link.grounds(),
                day(link.linkedAt()) + "由" + officer(link.linkedBy()) + "关联",
                link.isInForce(),
                link.withdrawal()
                        .map(undone -> day(undone.at()) + "由" + officer(undone.by()) + "撤销：" + undone.because())
                        .orElse(""));
    }

    private String organ(OrganId organ) {
        return organs.find(organ).map(Organ::name).orElse(organ.value());
    }

    private String officer(OfficerId officer) {
        return organs.findOfficer(officer).map(Officer::name).orElse(officer.value());
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(EngineClock.BEIJING));
    }
}
