package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("第二十三条 异议往返：同意之前由原单位负责，告知期限照常计算")
class ObjectionRoundTripTest {
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OrganId URBAN_MANAGEMENT = new OrganId("binjiangUrbanManagement");

    private static final String NEXT_HANDLER = "binjiangUrbanManagementHandler";

    @Autowired
    CaseFile cases;

    @Autowired
    Deadlines deadlines;

    private final Desk handler = Desk.as("handler");
    private final Desk dispatcher = Desk.as("dispatch");

    @Test
    void theOrganKeepsTheMatterUntilTheSenderAgreesAndTheNextOneHandlesIt() {
        Time.is("2026-03-02");
        PetitionId id = Life.ofALetter().sorted().forwarded().id();
        Time.is("2026-03-05");
        handler.complete(id, "signIn", Typed.objection(URBAN_MANAGEMENT.value()));

        Petition objected = cases.get(id);
        assertThat(objected.organ()).isEqualTo(HOUSING);
        assertThat(clock(id, ClockKind.D4).isRunning()).isTrue();
        assertThat(handler.sees(id)).isEmpty();

        Time.is("2026-03-06");
        dispatcher.complete(id, "reviewObjection", Map.of("decision", "AGREE", "reviewReason", "属市政管网，同意退回。"));
        Life.of(id).forwardedTo(URBAN_MANAGEMENT.value());

        assertThat(cases.get(id).organ()).isEqualTo(URBAN_MANAGEMENT);
        assertThat(clock(id, ClockKind.D4).start().on())
                .as("anew for the next organ")
                .isEqualTo("2026-03-06");
        assertThat(deadlines.of(id))
                .filteredOn(clock -> clock.kind() == ClockKind.D4)
                .extracting(Clock::state)
                .containsExactly(ClockState.CANCELLED, ClockState.RUNNING);

        Desk next = Desk.as(NEXT_HANDLER);
        next.complete(id, "signIn", Typed.signIn(NEXT_HANDLER));
        next.complete(id, "decideAcceptance", Map.of("decision", "ACCEPT", "deliveryMethod", "POST"));
        assertThat(cases.get(id).organ()).isEqualTo(URBAN_MANAGEMENT);
        assertThat(next.sees(id)).containsExactly("draftOpinion");
    }

    @Test
    @DisplayName("第二十三条 不同意退回的，由原单位签收办理；不得再以不属于职权为由不予受理")
    void aRefusedObjectionLeavesTheMatterWithTheOrgan() {
        Time.is("2026-03-02");
        PetitionId id = Life.ofALetter().sorted().forwarded().id();
        handler.complete(id, "signIn", Typed.objection(URBAN_MANAGEMENT.value()));
        dispatcher.complete(id, "reviewObjection", Map.of("decision", "REFUSE", "reviewReason", "属物业管理，不同意退回。"));

        Life life = Life.of(id).signedIn();

        assertRefused(() -> life.declined("NOT_COMPETENT"), "declineReason", "异议");
        life.accepted();
        assertThat(clock(id, ClockKind.D4).start().on()).isEqualTo("2026-03-02");
        assertThat(clock(id, ClockKind.D4).state()).isEqualTo(ClockState.MET);
    }

    private Clock clock(PetitionId id, ClockKind kind) {
        return deadlines.find(id, kind).orElseThrow();
    }
}
