package org.huiyin.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.casefile.Petition;
import org.huiyin.desk.ContributionPage.Choice;
import org.huiyin.desk.ContributionPage.Line;
import org.huiyin.dispatch.Contributions;
import org.huiyin.dispatch.Helper;
import org.huiyin.dispatch.HelperOrder;
import org.huiyin.dispatch.Helpers;
import org.huiyin.engine.EngineClock;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the lead does beside its form with those who help; a helper sees what was asked of it. */
@Service
class ContributionDesk {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);

    private final CaseAccess access;
    private final Helpers helpers;
    private final Contributions contributions;
    private final Organs organs;
    private final EngineGateway engine;
    private final Clock clock;

    ContributionDesk(
            CaseAccess access,
            Helpers helpers,
            Contributions contributions,
            Organs organs,
            EngineGateway engine,
            Clock clock) {
        this.access = access;
        this.helpers = helpers;
        this.contributions = contributions;
        this.organs = organs;
        this.engine = engine;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    ContributionPage read(OfficerId officer, PetitionId id) {
        Petition petition = access.opened(officer, id);
        boolean mayAsk = helpers.mayAsk(petition, officer);
        boolean onlyOwn = access.onlyHelps(officer, petition);
        Optional<Organ> own = organs.organOf(officer);
        return new ContributionPage(
                id.value(),
                mayAsk,
                helpers.of(id).stream()
                        .filter(helper -> !onlyOwn
                                || own.filter(organ -> organ.id().equals(helper.organ()))
                                        .isPresent())
                        .map(helper -> line(helper, mayAsk))
                        .toList(),
                mayAsk
                        ? helpers.choices(petition).stream()
                                .map(organ -> new Choice(organ.id().value(), organ.name()))
                                .toList()
                        : List.of(),
                LocalDate.now(clock).plusDays(1).toString());
    }

    @Transactional
    void ask(OfficerId officer, PetitionId id, HelperOrder order) {
        access.readable(officer, id);
        engine.as(officer, () -> {
            helpers.ask(id, order, officer);
        });
    }

    @Transactional
    void postpone(OfficerId officer, PetitionId id, long request, LocalDate due, String reason) {
        access.readable(officer, id);
        engine.as(officer, () -> contributions.postpone(id, request, due, reason, officer));
    }

    @Transactional
    void withdraw(OfficerId officer, PetitionId id, long request, String reason) {
        access.readable(officer, id);
        engine.as(officer, () -> contributions.withdraw(id, request, reason, officer));
    }

    private Line line(Helper helper, boolean mayAsk) {
        return new Line(
                helper.id(),
                organs.get(helper.organ()).name(),
                helper.state(LocalDate.now(clock)).name(),
                helper.state(LocalDate.now(clock)).label(),
                DAY.format(helper.due()),
                helper.due().toString(),
                helper.asked(),
                minute(helper.askedAt()) + "由" + name(helper.askedBy()) + "提出",
                helper.contribution().map(given -> given.text()).orElse(""),
                helper.contribution()
                        .map(given ->
                                minute(given.at()) + "由" + name(given.by()) + "提出" + (helper.isLate() ? "（逾期）" : ""))
                        .orElse(""),
                helper.withdrawal()
                        .map(gone -> minute(gone.at()) + "撤回。理由：" + gone.reason())
                        .orElse(""),
                mayAsk && helper.isOpen());
    }

    private String name(OfficerId officer) {
        return organs.findOfficer(officer).map(found -> found.name()).orElse("系统");
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(EngineClock.BEIJING));
    }
}
