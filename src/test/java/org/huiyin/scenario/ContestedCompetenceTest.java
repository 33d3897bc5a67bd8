package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.util.List;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.dispatch.Dispatch;
import org.huiyin.dispatch.Forwarding;
import org.huiyin.dispatch.ForwardingState;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A water pipe that nobody wants: the housing bureau refuses, the city management refuses, a street gets it. */
@HuiyinTest
@DisplayName("R38 第二十四条 三个单位之间的职责争议，由共同的上级裁定")
class ContestedCompetenceTest {
    private static final OrganId STREET = new OrganId("binjiangLiudiStreet");

    @Autowired
    CaseFile cases;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Records records;

    private final Desk dispatcher = Desk.as("dispatch");
    private final Desk housing = Desk.as("handler");
    private final Desk management = Desk.as("binjiangUrbanManagementHandler");
    private final Desk government = Desk.as("binjiangLeader");
    private final Desk street = Desk.as("binjiangLiudiHandler");

    @Test
    @DisplayName("两个单位都不愿办理：报共同上级裁定，裁定有约束力，期限按日计算")
    void theDistrictGovernmentDecidesAndItsDecisionBinds() {
        PetitionId id = refusedByBoth();

        assertThat(dispatcher.sees(id)).as("no longer the sender's to decide").isEmpty();
        assertThat(cases.get(id).organ()).as("until then").isEqualTo(new OrganId("binjiangUrbanManagement"));
        assertThat(records.clock(id, ClockKind.D4).state()).isEqualTo(ClockState.RUNNING);
        assertThat(records.clock(id, ClockKind.D5A).holder()).isEqualTo(new OrganId("binjiangGovernment"));
        assertThat(records.clock(id, ClockKind.D5A).rawDue()).isEqualTo("2026-03-12");
        assertThat(records.entry(id, JournalKind.DISPUTE_RAISED).facts()).containsEntry("organ", "binjiangGovernment");
        assertThat(Desk.as("binjiangSupervise").sees(id)).isEmpty();
        assertThat(String.valueOf(government.open(id, "arbitrateCompetence").get("dispute")))
                .contains("2026年3月3日 滨江区住房和城乡建设局提出异议，建议由滨江区城市管理局办理：")
                .contains("2026年3月10日 滨江区城市管理局提出异议，建议由滨江区住房和城乡建设局办理：");

        Time.is("2026-03-11");
        government.complete(id, "arbitrateCompetence", decision(STREET.value()));

        assertThat(cases.get(id).organ()).isEqualTo(STREET);
        assertThat(records.clock(id, ClockKind.D4).start().on()).isEqualTo("2026-03-11");
        assertThat(records.clock(id, ClockKind.D4).rawDue()).isEqualTo("2026-03-26");
        assertThat(records.clock(id, ClockKind.D5A).state()).isEqualTo(ClockState.MET);
        assertThat(records.printed(id, PaperKind.ARBITRATION_NOTICE))
                .contains("指定由滨江区柳堤街道办事处办理")
                .contains("滨江区人民政府");
        assertThat(dispatch.of(id))
                .extracting(Forwarding::state)
                .containsExactly(ForwardingState.RETURNED, ForwardingState.RETURNED, ForwardingState.WAITING);
        assertRefused(
                () -> street.complete(id, "signIn", Typed.objection("binjiangHousingBureau")), "decision", "不得再提异议");

        street.complete(id, "signIn", Typed.signIn("binjiangLiudiHandler"));
        street.complete(id, "decideAcceptance", Map.of("decision", "ACCEPT", "deliveryMethod", "POST"));
        assertThat(records.clock(id, ClockKind.D4).state()).isEqualTo(ClockState.MET);
        assertThat(records.clock(id, ClockKind.D6).holder()).isEqualTo(STREET);
    }

    @Test
    @DisplayName("裁定由原单位办理的，告知期限照原来的计算")
    void thePartyThatIsDesignatedKeepsItsClock() {
        PetitionId id = refusedByBoth();
        Time.is("2026-03-11");

        government.complete(id, "arbitrateCompetence", decision("binjiangUrbanManagement"));

        assertThat(records.clock(id, ClockKind.D4).start().on()).isEqualTo("2026-03-05");
        assertRefused(
                () -> management.complete(id, "signIn", Typed.objection("binjiangHousingBureau")),
                "decision",
                "不得再提异议");
        management.complete(id, "signIn", Typed.signIn("binjiangUrbanManagementHandler"));
        assertThat(dispatch.of(id).get(1).designated()).isTrue();
    }

    @Test
    @DisplayName("不同区的单位争议，由市政府裁定")
    void organsOfTwoDistrictsHaveTheCityAsSuperior() {
        Time.is("2026-03-02");
        PetitionId id = Life.ofALetter().sorted().forwarded().id();
        housing.complete(id, "signIn", Typed.objection("nanduHousingBureau"));
        dispatcher.complete(id, "reviewObjection", Map.of("decision", "AGREE", "reviewReason", "在南渡区。"));
        Life.of(id).forwardedTo("nanduHousingBureau");

        Desk.as("nanduHousingHandler").complete(id, "signIn", Typed.objection("binjiangHousingBureau"));

        assertThat(Desk.as("leader").sees(id)).containsExactly("arbitrateCompetence");
        assertThat(Desk.as("binjiangLeader").sees(id)).isEmpty();
        assertThat(Desk.as("nanduLeader").sees(id)).isEmpty();
    }

    @Test
    @DisplayName("第六个工作日的异议被拒绝，事项由该单位办理")
    void anObjectionOnTheSixthWorkingDayIsRefused() {
        Time.is("2026-03-02");
        PetitionId id = Life.ofALetter().sorted().forwarded().id();
        Time.is("2026-03-10");

        assertRefused(
                () -> housing.complete(id, "signIn", Typed.objection("binjiangUrbanManagement")), "decision", "期限已过");
        housing.complete(id, "signIn", Typed.signIn("handler"));
    }

    @Test
    @DisplayName("办理流水记下全部往返")
    void theJournalTellsTheWholeDispute() {
        PetitionId id = refusedByBoth();
        government.complete(id, "arbitrateCompetence", decision(STREET.value()));

        assertThat(records.journal(id))
                .containsSubsequence(
                        JournalKind.FORWARDED,
                        JournalKind.OBJECTED,
                        JournalKind.OBJECTION_AGREED,
                        JournalKind.FORWARDED,
                        JournalKind.OBJECTED,
                        JournalKind.DISPUTE_RAISED,
                        JournalKind.COMPETENCE_DECIDED);
        JournalEntry decided = records.entry(id, JournalKind.COMPETENCE_DECIDED);
        assertThat(decided.facts()).containsEntry("organ", STREET.value());
        assertThat(decided.typed()).contains("小区红线内的管道由街道牵头解决。");
    }

    /** Forwarded on 2 March, refused on 3 March, sent on 5 March to the next, refused again on 10 March. */
    private PetitionId refusedByBoth() {
        Time.is("2026-03-02");
        PetitionId id = Life.ofALetter(with(Typed.letter(), "place", "滨江区柳堤街道"))
                .sorted()
                .forwarded()
                .id();
        Time.is("2026-03-03");
        housing.complete(id, "signIn", Typed.objection("binjiangUrbanManagement"));
        assertThat(government.sees(id)).as("one refusal is no dispute").isEmpty();
        Time.is("2026-03-05");
        dispatcher.complete(id, "reviewObjection", Map.of("decision", "AGREE", "reviewReason", "管网在红线外。"));
        Life.of(id).forwardedTo("binjiangUrbanManagement");
        Time.is("2026-03-10");
        management.complete(id, "signIn", Typed.objection("binjiangHousingBureau"));
        assertThat(government.sees(id)).isEqualTo(List.of("arbitrateCompetence"));
        return id;
    }

    private static Map<String, Object> decision(String organ) {
        return Map.of("designatedOrgan", organ, "arbitrationReason", "小区红线内的管道由街道牵头解决。");
    }
}
