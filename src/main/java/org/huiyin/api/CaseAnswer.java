package org.huiyin.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CaseSheet;
import org.huiyin.casefile.CircumstanceSheet;
import org.huiyin.casefile.Letter;
import org.huiyin.casefile.MaskedPerson;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockSheet;
import org.huiyin.engine.OpenTaskRow;
import org.huiyin.kernel.OrganId;
import org.huiyin.notice.Paper;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;

/** The case file as a program reads it: people masked, codes with their words. */
record CaseAnswer(
        String number,
        Labels state,
        Labels channel,
        OffsetDateTime receivedAt,
        OffsetDateTime registeredAt,
        OrganAnswer registeredBy,
        OrganAnswer organ,
        Optional<String> person,
        Optional<Labels> petitionClass,
        Optional<Labels> route,
        boolean sealed,
        boolean legacy,
        boolean confidential,
        Optional<Labels> endReason,
        Optional<OffsetDateTime> endedAt,
        Optional<Letter> letter,
        List<MaskedPerson> petitioners,
        List<PaperAnswer> papers,
        List<ClockAnswer> clocks,
        List<TaskLine> openTasks,
        Optional<CircumstanceSheet> circumstances) {

    record OrganAnswer(String id, String name) {
        static OrganAnswer of(OrganId id, Organs organs) {
            return new OrganAnswer(id.value(), organs.find(id).map(Organ::name).orElse(id.value()));
        }
    }

    record PaperAnswer(
            Labels kind,
            String documentNumber,
            OrganAnswer organ,
            OffsetDateTime issuedAt,
            Optional<Labels> deliveryMethod,
            Optional<LocalDate> sentOn,
            Optional<Labels> receiptKind,
            Optional<LocalDate> receivedOn) {
        static PaperAnswer of(Paper paper, Organs organs) {
            return new PaperAnswer(
                    Labels.of(paper.kind()),
                    paper.number(),
                    OrganAnswer.of(paper.organ(), organs),
                    Times.beijing(paper.issuedAt()),
                    paper.deliveryMethod().map(Labels::of),
                    paper.sentOn(),
                    paper.receiptKind().map(Labels::of),
                    paper.receivedOn());
        }
    }

    record TaskLine(
            String activity,
            String name,
            Optional<String> assignee,
            List<String> groups,
            Optional<OffsetDateTime> due) {
        static TaskLine of(OpenTaskRow task) {
            return new TaskLine(
                    task.activity(),
                    task.name(),
                    task.assignee().map(Object::toString),
                    task.candidateGroups(),
                    task.due().map(Times::beijing));
        }
    }

    static CaseAnswer of(
            CaseSheet sheet,
            Optional<CircumstanceSheet> circumstances,
            Organs organs,
            List<Paper> papers,
            List<ClockSheet> clocks,
            List<OpenTaskRow> tasks) {
        Petition petition = sheet.petition();
        return new CaseAnswer(
                petition.id().value(),
                Labels.of(petition.state()),
                Labels.of(petition.channel()),
                Times.beijing(petition.receivedAt()),
                Times.beijing(petition.registeredAt()),
                OrganAnswer.of(petition.registeredBy(), organs),
                OrganAnswer.of(petition.organ(), organs),
                sheet.personName(),
                petition.petitionClass().map(Labels::of),
                petition.route().map(Labels::of),
                petition.sealed(),
                petition.legacy(),
                petition.confidential(),
                petition.endReason().map(Labels::of),
                petition.endedAt().map(Times::beijing),
                sheet.letter(),
                sheet.people(),
                papers.stream().map(paper -> PaperAnswer.of(paper, organs)).toList(),
                clocks.stream().map(ClockAnswer::of).toList(),
                tasks.stream().map(TaskLine::of).toList(),
                circumstances);
    }
}
