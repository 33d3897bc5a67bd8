package org.huiyin.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockLapsed;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.Actor;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 满意度评价: by the petitioner alone, with the query code, once; a lapsed window is never taken for satisfaction (R48). */
@Service
@Transactional
@Article("21")
public class Evaluation {
    private static final int LONGEST_COMMENT = 4_000;

    private final EvaluationTable evaluations;
    private final EvaluationProcess process;
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Organs organs;
    private final EngineGateway gateway;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Evaluation(
            EvaluationTable evaluations,
            EvaluationProcess process,
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Organs organs,
            EngineGateway gateway,
            ApplicationEventPublisher events,
            Clock clock) {
        this.evaluations = evaluations;
        this.process = process;
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.organs = organs;
        this.gateway = gateway;
        this.events = events;
        this.clock = clock;
    }

    public void evaluate(PetitionId id, String queryCode, Ratings ratings) {
        if (Actor.person().isPresent()) {
            throw InvalidInput.of("queryCode", "查询码", "评价只能由信访人凭查询码提交，工作人员不得代为评价。");
        }
        if (!cases.opens(id, queryCode)) {
            throw InvalidInput.of("queryCode", "查询码", "信访编号或者查询码不对，请核对后重新输入。");
        }
        gateway.as(JournalEntry.PETITIONER, () -> enter(id, ratings));
    }

    @Transactional(readOnly = true)
    public Optional<Ratings> find(PetitionId id) {
        return evaluations.find(id);
    }

    /** Until which day the petitioner may evaluate; empty when there is no answer yet, or the window has closed. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> openUntil(PetitionId id) {
        return deadlines
                .find(id, ClockKind.D22)
                .filter(window -> window.isRunning() && !LocalDate.now(clock).isAfter(window.legalDue()))
                .map(window -> window.legalDue());
    }

    /** Whether a petition office had the matter in hand, so that it is rated too. */
    @Transactional(readOnly = true)
    public boolean ratesOffice(PetitionId id) {
        return organs.isPetitionBureau(cases.get(id).registeredBy());
    }

    @EventListener
    void on(ClockLapsed lapsed) {
        PetitionId id = lapsed.petition();
        if (lapsed.kind() == ClockKind.D22 && process.awaitsEvaluation(id)) {
            journal.write(id, JournalKind.EVALUATION_LAPSED, Map.of());
            deadlines.stopIfRunning(id, ClockKind.D22, "超期未评价");
            process.lapsed(id);
        }
    }

    private void enter(PetitionId id, Ratings typed) {
        Petition petition = cases.lock(id);
        refuseOutsideWindow(id);
        Ratings ratings = checked(petition, typed);
        evaluations.insert(id, ratings, clock.instant());
        journal.write(id, JournalKind.EVALUATED, facts(ratings), Optional.of(ratings.comment()));
        deadlines.met(id, ClockKind.D22, clock.instant(), "信访人已评价");
        process.evaluated(id);
        events.publishEvent(new PetitionEvaluated(id));
    }

    private void refuseOutsideWindow(PetitionId id) {
        if (evaluations.find(id).isPresent()) {
            throw InvalidInput.of("organRating", "评价", "本件已经评价，不能重复评价或者修改。");
        }
        if (openUntil(id).isEmpty()) {
            throw InvalidInput.of(
                    "organRating",
                    "评价",
                    deadlines
                            .find(id, ClockKind.D22)
                            .map(window -> "评价期限已于" + window.legalDue() + "届满，不再接收评价。")
                            .orElse("本件尚未答复，收到答复后才能评价。"));
        }
    }

    private Ratings checked(Petition petition, Ratings typed) {
        boolean ratesOffice = organs.isPetitionBureau(petition.registeredBy());
        if (ratesOffice && typed.office().isEmpty()) {
            throw InvalidInput.of("officeRating", "对信访部门的评价", "请选择一项。");
        }
        return new Ratings(
                typed.office().filter(rating -> ratesOffice),
                typed.organ(),
                CleanText.of("comment", "评价说明", typed.comment(), LONGEST_COMMENT));
    }

    private static Map<String, String> facts(Ratings ratings) {
        Map<String, String> facts = new HashMap<>();
        ratings.office().ifPresent(rating -> facts.put("officeRating", rating.name()));
        facts.put("organRating", ratings.organ().name());
        return facts;
    }
}
