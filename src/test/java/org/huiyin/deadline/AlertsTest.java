package org.huiyin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told when a lamp turns. D4 started on 2026-06-01 turns yellow on 06-11, red on 06-16, overdue on 06-17. */
@HuiyinTest
class AlertsTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId CLERK = new OfficerId("intake");
    private static final OfficerId HANDLER = new OfficerId("handler");
    private static final OfficerId HEAD = new OfficerId("head");

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Alerts alerts;

    @Autowired
    private CaseFile cases;

    @Autowired
    private Organs organs;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private TransactionTemplate tx;

    @Autowired
    private ApplicationContext context;

    @Test
    @DisplayName("R25：转黄提醒承办人；转红同时提醒单位负责人；超期提醒第一责任人")
    void theWayUpFollowsTheTableOfEscalation() {
        PetitionId petition = petition(PetitionClass.APPEAL);
        start(petition, ClockKind.D4, Optional.of(HANDLER));

        on("2026-06-11", petition);
        assertThat(told(HANDLER, petition)).containsExactly(Lamp.YELLOW);
        assertThat(told(HEAD, petition)).isEmpty();

        on("2026-06-16", petition);
        assertThat(told(HANDLER, petition)).containsExactly(Lamp.RED);
        assertThat(told(HEAD, petition)).containsExactly(Lamp.RED);

        on("2026-06-17", petition);
        assertThat(told(HANDLER, petition)).containsExactly(Lamp.OVERDUE);
        assertThat(told(HEAD, petition)).containsExactly(Lamp.OVERDUE);
    }

    @Test
    @DisplayName("R25：还没有承办人的，提醒第一责任人")
    void aMatterWithoutAHandlerIsToldToWhoeverAnswersForIt() {
        PetitionId petition = petition(PetitionClass.APPEAL);
        start(petition, ClockKind.D4, Optional.empty());

        on("2026-06-11", petition);

        assertThat(told(HEAD, petition)).containsExactly(Lamp.YELLOW);
        assertThat(told(HANDLER, petition)).isEmpty();
    }

    @Test
    @DisplayName("一天一份提醒：同日两次变灯只列最后一次；读过后再有新的，重新标为未读")
    void allOfADayIsOneDigest() {
        PetitionId petition = petition(PetitionClass.APPEAL);
        start(petition, ClockKind.D4, Optional.of(HANDLER));
        start(petition, ClockKind.D5, Optional.of(HANDLER));

        on("2026-06-17", petition);
        assertThat(told(HANDLER, petition)).containsExactly(Lamp.OVERDUE, Lamp.OVERDUE);
        assertThat(alerts.today(HANDLER).unread()).isTrue();

        Time.to(Time.now().plusSeconds(60));
        as(() -> alerts.read(HANDLER));
        assertThat(alerts.today(HANDLER).unread()).isFalse();
        assertThat(alerts.today(HANDLER).lines()).isNotEmpty();

        PetitionId later = petition(PetitionClass.APPEAL);
        start(later, ClockKind.D4, Optional.of(HANDLER));
        Time.to(Time.now().plusSeconds(16 * 86_400 + 7200));
        Jobs.of(context, later).runDue();
        assertThat(alerts.today(HANDLER).unread()).isTrue();
    }

    @Test
    @DisplayName("D12：信访人的申请期限届满，不提醒任何工作人员")
    void aWindowOfThePetitionerWarnsNobody() {
        PetitionId petition = petition(PetitionClass.APPEAL);
        start(petition, ClockKind.D12, Optional.of(HANDLER));

        on("2026-06-30", petition);

        assertThat(told(HANDLER, petition)).isEmpty();
        assertThat(told(HEAD, petition)).isEmpty();
    }

    @Test
    @DisplayName("第三十条：检举控告件只提醒有权阅看的人")
    void aSealedMatterIsToldToItsCircleOnly() {
        PetitionId petition = petition(PetitionClass.ACCUSATION);
        start(petition, ClockKind.D19, Optional.of(HANDLER));

        on("2026-06-17", petition);

        assertThat(told(HANDLER, petition)).isEmpty();
        assertThat(told(HEAD, petition)).isEmpty();
        assertThat(told(organs.officers(BUREAU, Role.SEALED).get(0).id(), petition))
                .containsExactly(Lamp.OVERDUE);
    }

    private PetitionId petition(PetitionClass petitionClass) {
        Time.is("2026-06-01");
        PetitionId petition = gateway.as(CLERK, () -> cases.open(Channel.LETTER, BUREAU, CLERK));
        as(() -> cases.classify(petition, petitionClass, Optional.empty(), "核对"));
        return petition;
    }

    private void start(PetitionId petition, ClockKind kind, Optional<OfficerId> person) {
        as(() -> deadlines.start(petition, kind, Time.now(), "转送函", HOUSING, person));
    }

    private void on(String day, PetitionId petition) {
        Time.is(day);
        Jobs.of(context, petition).runDue();
    }

    private List<Lamp> told(OfficerId officer, PetitionId petition) {
        return alerts.today(officer).lines().stream()
                .filter(line -> line.petition().equals(petition))
                .map(Digest.Line::lamp)
                .toList();
    }

    private void as(Runnable work) {
        gateway.as(CLERK, () -> tx.executeWithoutResult(status -> work.run()));
    }
}
