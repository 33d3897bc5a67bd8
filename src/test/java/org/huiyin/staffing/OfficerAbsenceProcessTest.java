package org.huiyin.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Absence;
import org.huiyin.organ.AbsenceKind;
import org.huiyin.organ.AbsenceState;
import org.huiyin.organ.Organs;
import org.huiyin.organ.RightMissing;
import org.huiyin.testkit.CoversAllPathsOf;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@CoversAllPathsOf("officerAbsence")
@DisplayName("R28 离岗期间待办和责任交给代办人，返岗接回")
class OfficerAbsenceProcessTest {
    private static final OfficerId AWAY = new OfficerId("binjiangHousingHandlerTwo");
    private static final OfficerId DEPUTY = Petitions.HANDLER;

    @Autowired
    Absences absences;

    @Autowired
    Organs organs;

    @Autowired
    CaseFile cases;

    @Autowired
    Bars bars;

    @Autowired
    EngineGateway gateway;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    Records records;

    private final Desk away = Desk.as(AWAY);
    private final Desk deputy = Desk.as(DEPUTY);

    /** The other tests find everybody at work. */
    @AfterEach
    void everybodyIsBack() {
        gateway.as(
                Petitions.HEAD,
                () -> absences.visibleTo(Petitions.HEAD)
                        .forEach(absence -> absences.endEarly(absence.id(), true, Petitions.HEAD)));
        assertThat(organs.away()).isEmpty();
    }

    @Test
    @DisplayName("当天开始：指名的待办、责任人、期限责任随之到代办人；到返岗日接回仍未办结的")
    void theDeputyDoesTheWorkAndItComesBack() {
        Time.is("2026-03-02");
        PetitionId mine = inHand();
        PetitionId claimed = Life.ofALetter().sorted().forwarded().id();
        away.claim(claimed, "signIn");

        declare(AWAY, "2026-03-02", "2026-03-06", Optional.of(DEPUTY), true, AWAY);

        assertThat(organs.isAway(AWAY)).isTrue();
        assertThat(away.sees(mine)).isEmpty();
        assertThat(deputy.sees(mine)).containsExactly("decideAcceptance");
        assertThat(cases.get(mine).person()).contains(DEPUTY);
        assertThat(records.clock(mine, ClockKind.D4).person()).contains(DEPUTY);
        assertThat(deputy.task(claimed, "signIn").getAssignee()).isEqualTo(DEPUTY.value());
        assertThat(records.entry(mine, JournalKind.TASK_REASSIGNED).facts())
                .containsEntry("before", AWAY.value())
                .containsEntry("person", DEPUTY.value())
                .containsEntry("cause", "ABSENCE");
        assertThat(records.entry(mine, JournalKind.TASK_REASSIGNED).toString())
                .as("why he is away is nobody's business here")
                .doesNotContain("SICK", "病");

        deputy.complete(mine, "decideAcceptance", java.util.Map.of("decision", "ACCEPT", "deliveryMethod", "POST"));
        assertThat(deputy.sees(mine)).as("the next step is the deputy's").containsExactly("draftOpinion");

        Time.is("2026-03-07");
        fireDue();
        assertThat(organs.isAway(AWAY)).isFalse();
        assertThat(away.sees(mine)).containsExactly("draftOpinion");
        assertThat(deputy.sees(mine)).isEmpty();
        assertThat(cases.get(mine).person()).contains(AWAY);
        assertThat(records.clock(mine, ClockKind.D6).person()).contains(AWAY);
        assertThat(away.task(claimed, "signIn").getAssignee()).isEqualTo(AWAY.value());
    }

    @Test
    @DisplayName("两人经办不变：代办人拟写的意见，代办人自己不能审签")
    void theTwoPersonRuleHoldsForDeputies() {
        PetitionId petition = accepted();
        declareFromToday(Optional.of(DEPUTY), true);

        deputy.complete(petition, "draftOpinion", Life.opinion());

        assertThat(deputy.sees(petition)).isEmpty();
        Desk.as("head").complete(petition, "signOpinion", java.util.Map.of("decision", "SIGN"));
        assertThat(deputy.sees(petition)).containsExactly("sendOpinion");
    }

    @Test
    @DisplayName("先登记的到日子才开始；提前返岗、选择不接回的，留在代办人手中")
    void aPlannedAbsenceBeginsOnItsDayAndEndsEarly() {
        Time.is("2026-03-02");
        PetitionId petition = inHand();
        Absence absence = declare(AWAY, "2026-03-05", "2026-03-20", Optional.of(DEPUTY), true, Petitions.HEAD);
        assertThat(absence.state()).isEqualTo(AbsenceState.PLANNED);
        assertThat(away.sees(petition)).containsExactly("decideAcceptance");

        Time.is("2026-03-05");
        fireDue();
        assertThat(deputy.sees(petition)).containsExactly("decideAcceptance");

        gateway.as(AWAY, () -> absences.endEarly(absence.id(), false, AWAY));
        assertThat(organs.isAway(AWAY)).isFalse();
        assertThat(deputy.sees(petition)).containsExactly("decideAcceptance");
        assertThat(away.sees(petition)).isEmpty();
        assertThatThrownBy(() -> gateway.as(AWAY, () -> absences.endEarly(absence.id(), true, AWAY)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("已经返岗");
    }

    @Test
    @DisplayName("还没开始的可以取消，什么也不变")
    void aPlannedAbsenceIsCalledOff() {
        PetitionId petition = inHand();
        Absence absence = declare(AWAY, Petitions.day(3), Petitions.day(5), Optional.of(DEPUTY), true, AWAY);

        gateway.as(AWAY, () -> absences.endEarly(absence.id(), true, AWAY));

        assertThat(gateway.as(AWAY, () -> absences.visibleTo(AWAY))).isEmpty();
        assertThat(away.sees(petition)).containsExactly("decideAcceptance");
        assertThat(records.journal(petition)).doesNotContain(JournalKind.TASK_REASSIGNED);
    }

    @Test
    @DisplayName("第二十八条 代办人须回避的，一点也不给；交给其他人，领取的人从此负责")
    void aBarredDeputyGetsNothingOfThatMatter() {
        PetitionId petition = inHand();
        gateway.as(
                Petitions.HEAD,
                () -> tx.executeWithoutResult(status -> {
                    cases.lock(petition);
                    bars.recuse(petition, DEPUTY);
                }));

        declareFromToday(Optional.of(DEPUTY), true);

        assertThat(deputy.sees(petition)).isEmpty();
        assertThat(away.sees(petition)).isEmpty();
        assertThat(cases.get(petition).person())
                .as("the head answers until another takes it")
                .isEmpty();
        Desk head = Desk.as("head");
        assertThat(head.sees(petition)).containsExactly("decideAcceptance");
        head.complete(petition, "decideAcceptance", java.util.Map.of("decision", "ACCEPT", "deliveryMethod", "POST"));
        assertThat(cases.get(petition).person()).contains(Petitions.HEAD);
        assertThat(head.sees(petition)).containsExactly("draftOpinion");
    }

    @Test
    @DisplayName("没有代办人、代办人岗位不同的，交回本组")
    void withoutADeputyTheGroupIsOfferedIt() {
        PetitionId claimed = Life.ofALetter().sorted().forwarded().id();
        deputy.claim(claimed, "signIn");
        PetitionId direct = Life.ofALetterToTheHousingBureau().id();
        deputy.claim(direct, "decideClass");

        declare(DEPUTY, Petitions.day(0), Petitions.day(5), Optional.of(AWAY), true, DEPUTY);
        assertThat(away.task(claimed, "signIn").getAssignee()).isEqualTo(AWAY.value());
        assertThat(away.sees(direct)).as("the deputy is no dispatcher").isEmpty();
        assertThat(deputy.task(direct, "decideClass").getAssignee()).isNull();
        everybodyIsBack();
        assertThat(deputy.task(direct, "decideClass").getAssignee()).isEqualTo(DEPUTY.value());

        deputy.complete(claimed, "signIn", Typed.signIn(AWAY.value()));
        PetitionId grouped = Life.ofALetter().sorted().forwarded().id();
        away.claim(grouped, "signIn");
        declareFromToday(Optional.empty(), true);
        assertThat(deputy.task(grouped, "signIn").getAssignee()).isNull();
        assertThat(deputy.sees(claimed)).as("offered to the others of his post").containsExactly("decideAcceptance");
    }

    @Test
    @DisplayName("离岗的人不再接新的事项")
    void whoeverIsAwayIsGivenNothingNew() {
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();
        declareFromToday(Optional.of(DEPUTY), true);

        assertRefused(() -> deputy.complete(petition, "signIn", Typed.signIn(AWAY.value())), "handler", "不在岗，由郑良玉代办");
        deputy.complete(petition, "signIn", Typed.signIn(DEPUTY.value()));
        assertThat(cases.get(petition).person()).contains(DEPUTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler", "binjiangUrbanManagementHead", "dispatch", "leader", "analyst"})
    @DisplayName("只有本人、本单位负责人和管理员可以登记")
    void nobodyElseDeclares(String stranger) {
        assertThatThrownBy(() -> declare(
                        AWAY, Petitions.day(1), Petitions.day(2), Optional.of(DEPUTY), true, new OfficerId(stranger)))
                .isInstanceOf(RightMissing.class);
        assertThat(declare(AWAY, Petitions.day(1), Petitions.day(2), Optional.of(DEPUTY), true, new OfficerId("admin"))
                        .state())
                .isEqualTo(AbsenceState.PLANNED);
    }

    @Test
    @DisplayName("日期和代办人不对的，说明怎样改")
    void wrongDaysAndDeputiesAreRefused() {
        refused(Petitions.day(-1), Petitions.day(2), AWAY.value(), DEPUTY.value(), "不能早于今天");
        refused(Petitions.day(3), Petitions.day(2), AWAY.value(), DEPUTY.value(), "不能早于开始日期");
        refused(Petitions.day(3), Petitions.day(800), AWAY.value(), DEPUTY.value(), "最多登记一年");
        refused(Petitions.day(1), Petitions.day(2), AWAY.value(), AWAY.value(), "另一名工作人员");
        refused(Petitions.day(1), Petitions.day(2), AWAY.value(), "head", "岗位相同");
        refused(Petitions.day(1), Petitions.day(2), AWAY.value(), "binjiangUrbanManagementHandler", "本单位");
        declare(DEPUTY, Petitions.day(1), Petitions.day(1), Optional.empty(), true, DEPUTY);
        refused(Petitions.day(1), Petitions.day(2), AWAY.value(), DEPUTY.value(), "也不在岗");
        refused(Petitions.day(1), Petitions.day(2), DEPUTY.value(), AWAY.value(), "已经登记过");
    }

    private void refused(String from, String to, String officer, String deputyId, String why) {
        assertThatThrownBy(() -> declare(
                        new OfficerId(officer),
                        from,
                        to,
                        Optional.of(new OfficerId(deputyId)),
                        true,
                        new OfficerId(officer)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(why);
    }

    /** Signed in, with the one who goes away as its handler. */
    private PetitionId inHand() {
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();
        deputy.complete(petition, "signIn", Typed.signIn(AWAY.value()));
        return petition;
    }

    private PetitionId accepted() {
        PetitionId petition = inHand();
        away.complete(petition, "decideAcceptance", java.util.Map.of("decision", "ACCEPT", "deliveryMethod", "POST"));
        return petition;
    }

    private void declareFromToday(Optional<OfficerId> by, boolean comeBack) {
        declare(AWAY, Petitions.day(0), Petitions.day(5), by, comeBack, AWAY);
    }

    private Absence declare(
            OfficerId officer, String from, String to, Optional<OfficerId> instead, boolean comeBack, OfficerId by) {
        Absence asked = new Absence(
                0,
                officer,
                instead,
                AbsenceKind.SICK,
                LocalDate.parse(from),
                LocalDate.parse(to),
                comeBack,
                AbsenceState.PLANNED,
                Optional.empty());
        return gateway.as(by, () -> absences.declare(asked, by));
    }

    private void fireDue() {
        List<org.camunda.bpm.engine.runtime.Job> due = management
                .createJobQuery()
                .processDefinitionKey("officerAbsence")
                .duedateLowerThan(Date.from(Time.now()))
                .list();
        assertThat(due).isNotEmpty();
        due.forEach(job -> gateway.asSystem(() -> management.executeJob(job.getId())));
    }
}
