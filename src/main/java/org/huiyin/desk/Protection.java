package org.huiyin.desk;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huiyin.casefile.Accused;
import org.huiyin.casefile.AccusedParties;
import org.huiyin.casefile.AccusedParty;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.NoSuchPetition;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.EngineClock;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.recusal.Recusal;
import org.huiyin.recusal.Recusals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the case-file panel shows of whom a petition speaks against and of recusals, and what an officer does about them. */
@Service
class Protection {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);
    private static final int LONGEST_REASON = 200;

    private final CaseAccess access;
    private final CaseFile cases;
    private final AccusedParties accused;
    private final Recusals recusals;
    private final Journal journal;
    private final Organs organs;
    private final EngineGateway engine;

    Protection(
            CaseAccess access,
            CaseFile cases,
            AccusedParties accused,
            Recusals recusals,
            Journal journal,
            Organs organs,
            EngineGateway engine) {
        this.access = access;
        this.cases = cases;
        this.accused = accused;
        this.recusals = recusals;
        this.journal = journal;
        this.organs = organs;
        this.engine = engine;
    }

    record Line(String id, String unit, String name, String post) {}

    record Choice(String value, String label) {}

    /** The units among which one can be named are told only to whoever may name one. */
    record Page(
            List<Line> accused,
            List<String> recusals,
            boolean mayName,
            boolean mayReveal,
            boolean mayDeclare,
            List<Choice> organs) {
        @Override
        public String toString() {
            return "Page";
        }
    }

    @Transactional(readOnly = true)
    Page beside(OfficerId officer, TaskAtHand task) {
        return page(
                officer,
                access.beside(officer, task.petition()).orElseThrow(() -> new NoSuchPetition(task.petition())));
    }

    @Transactional(readOnly = true)
    Page of(OfficerId officer, PetitionId id) {
        return page(officer, access.readable(officer, id));
    }

    private Page page(OfficerId officer, Petition petition) {
        boolean mayName = access.mayNameAccused(officer, petition);
        return new Page(
                lines(petition.id(), Accused::maskedName),
                recusals.of(petition.id()).stream().map(this::inWords).toList(),
                mayName,
                access.mayUnmask(officer, petition),
                petition.isOpen() && !petition.isDraft(),
                mayName
                        ? organs.all().stream()
                                .map(organ -> new Choice(organ.id().value(), organ.name()))
                                .toList()
                        : List.of());
    }

    @Transactional
    void name(OfficerId officer, PetitionId id, Optional<OrganId> organ, String name, String post) {
        mustName(officer, id);
        engine.as(officer, () -> accused.name(id, new AccusedParty(organ, name, post), officer));
    }

    @Transactional
    void remove(OfficerId officer, PetitionId id, long one, String reason) {
        mustName(officer, id);
        engine.as(officer, () -> accused.remove(id, one, reason, officer));
    }

    private void mustName(OfficerId officer, PetitionId id) {
        if (!access.mayNameAccused(officer, access.readable(officer, id))) {
            throw new NoRight("您没有更改这件事项的被反映人的权限，或者它已经办结。");
        }
    }

    /** The names in full; who saw them and why is in the journal. */
    @Transactional
    List<Line> reveal(OfficerId officer, PetitionId id, String reason) {
        if (!access.mayUnmask(officer, access.readable(officer, id))) {
            throw new NoRight("您没有查看完整姓名的权限。");
        }
        String why = CleanText.of("reason", "查看事由", reason, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", "查看事由", "必须填写，会记入案卷。");
        }
        cases.lock(id);
        journal.write(id, officer, JournalKind.UNMASKED, Map.of(), Optional.of(why));
        return lines(id, Accused::name);
    }

    @Transactional
    void declare(OfficerId officer, PetitionId id, String reason) {
        access.readable(officer, id);
        engine.as(officer, () -> recusals.declare(id, officer, reason));
    }

    private List<Line> lines(PetitionId id, Function<Accused, String> name) {
        return accused.of(id).stream()
                .map(one -> new Line(
                        Long.toString(one.id()),
                        one.organ().flatMap(organs::find).map(Organ::name).orElse(""),
                        name.apply(one),
                        one.post()))
                .toList();
    }

    private String inWords(Recusal one) {
        String who = organs.findOfficer(one.officer())
                .map(Officer::name)
                .orElse(one.officer().value());
        return DAY.format(one.requestedAt().atZone(EngineClock.BEIJING))
                + one.origin().label() + who + "回避，" + one.state().label()
                + one.decisionReason().map(why -> "。理由：" + why).orElse("");
    }
}
