package org.huiyin.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.casefile.Agency;
import org.huiyin.casefile.CaseSheet;
import org.huiyin.casefile.EnterpriseSize;
import org.huiyin.casefile.MaskedPerson;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonKind;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.TimelineEntry;
import org.huiyin.deadline.ClockSheet;
import org.huiyin.desk.CasePage.JournalLine;
import org.huiyin.desk.CasePage.LetterLines;
import org.huiyin.desk.CasePage.PaperLine;
import org.huiyin.desk.CasePage.PersonLine;
import org.huiyin.handling.Extension;
import org.huiyin.handling.Extensions;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OfficerId;
import org.huiyin.notice.Paper;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** Puts a case file into words: dates as people write them, codes as their Chinese labels. */
@Component
class CasePages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);

    private final Organs organs;
    private final OpenDrafts drafts;
    private final Extensions extensions;
    private final Clock clock;

    /**
     * What the reader may do here.
     *
     * @param readWork how it is handled, not the facts alone: drafts, papers, journal, requests
     */
    record May(boolean readWork, int extendBy, boolean handBack, boolean unmask, boolean printReceipt) {}

    CasePages(Organs organs, OpenDrafts drafts, Extensions extensions, Clock clock) {
        this.organs = organs;
        this.drafts = drafts;
        this.extensions = extensions;
        this.clock = clock;
    }

    CasePage of(CaseSheet sheet, List<ClockSheet> clocks, List<Paper> papers, May may, Optional<OfficerId> atWork) {
        Petition petition = sheet.petition();
        return new CasePage(
                petition.id().value(),
                petition.state().label(),
                petition.isDraft(),
                petition.sealed(),
                sheet.organName(),
                responsible(sheet, atWork),
                petition.channel().label(),
                petition.isDraft() ? "" : day(petition.receivedAt()),
                petition.isDraft() ? "" : minute(petition.registeredAt()),
                label(petition.petitionClass()),
                label(petition.route()),
                label(petition.endReason()),
                sheet.letter().map(CasePages::letter).orElse(LetterLines.NONE),
                sheet.people().stream().map(CasePages::masked).toList(),
                may.readWork() ? drafts.of(petition.id()) : List.of(),
                may.readWork() ? papers.stream().map(this::paper).toList() : List.of(),
                may.readWork() ? journal(sheet.timeline()) : List.of(),
                new ClockLines(LocalDate.now(clock)).of(clocks),
                extensions
                        .openRequest(petition.id())
                        .filter(request -> may.readWork())
                        .map(this::extension)
                        .orElse(""),
                may.extendBy(),
                may.handBack(),
                may.unmask(),
                may.printReceipt());
    }

    CasePage.People people(List<Person> people) {
        return new CasePage.People(people.stream()
                .map(person -> new PersonLine(
                        person.role().label(),
                        person.name(),
                        person.phone(),
                        person.idNumber(),
                        person.address(),
                        about(person.kind(), person.enterpriseSize(), person.nationality(), person.agency())))
                .toList());
    }

    /** R25: until a handler is named the organ's head answers for it, whoever has the step in hand. */
    private String responsible(CaseSheet sheet, Optional<OfficerId> atWork) {
        return sheet.personName().orElseGet(() -> {
            String head = organs.firstResponsible(sheet.petition().organ()).name();
            return atWork.map(officer -> organs.officer(officer).name() + "（经办），" + head + "（第一责任人）")
                    .orElse(head + "（第一责任人，尚无承办人）");
        });
    }

    private static LetterLines letter(org.huiyin.casefile.Letter letter) {
        return new LetterLines(
                letter.title(),
                letter.content(),
                letter.demand(),
                letter.place(),
                letter.subject(),
                letter.addressee().orElse(""));
    }

    private static PersonLine masked(MaskedPerson person) {
        return new PersonLine(
                person.role().label(),
                person.name(),
                person.phone(),
                person.idNumber(),
                person.address(),
                about(person.kind(), person.enterpriseSize(), person.nationality(), person.agency()));
    }

    private static String about(
            PersonKind kind, Optional<EnterpriseSize> size, String nationality, Optional<Agency> agency) {
        return Stream.of(
                        kind == PersonKind.CITIZEN ? "" : kind.label(),
                        label(size),
                        nationality,
                        label(agency.map(Agency::relation)),
                        label(agency.map(Agency::authority)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private PaperLine paper(Paper paper) {
        List<String> steps = new ArrayList<>();
        steps.add(day(paper.issuedAt()) + "制发");
        paper.sentOn()
                .ifPresent(on -> steps.add(DAY.format(on)
                        + paper.deliveryMethod().map(Labelled::label).orElse("") + "送出"));
        paper.receivedOn()
                .ifPresent(on -> steps.add(DAY.format(on)
                        + paper.receiptKind().map(Labelled::label).orElse("")));
        return new PaperLine(
                Long.toString(paper.id().value()), paper.kind().label(), paper.number(), String.join("，", steps));
    }

    private String extension(Extension request) {
        return day(request.requestedAt()) + "申请延长" + request.days() + "日，"
                + request.state().label() + "。理由：" + request.reason();
    }

    private static List<JournalLine> journal(List<TimelineEntry> timeline) {
        return timeline.stream()
                .sorted(Comparator.comparing(TimelineEntry::seq).reversed())
                .map(entry -> new JournalLine(
                        minute(entry.at()),
                        entry.who(),
                        entry.what(),
                        entry.facts().stream()
                                .map(fact -> fact.label() + "：" + fact.value())
                                .collect(Collectors.joining("；")),
                        entry.typed().orElse("")))
                .toList();
    }

    private static String label(Optional<? extends Labelled> value) {
        return value.map(Labelled::label).orElse("");
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(org.huiyin.engine.EngineClock.BEIJING));
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(org.huiyin.engine.EngineClock.BEIJING));
    }
}
