package org.huiyin.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.util.Map;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("受理与告知：第二十三条")
class AcceptanceTest {
    @Autowired
    Records records;

    private final Desk handler = Desk.as("handler");

    @Test
    @DisplayName("第二十三条 转送来的事项不得以不属于职权为由不予受理")
    void decliningIsNoSubstituteForAnObjection() {
        Life life = Life.ofALetter().withTheHandler();

        assertRefused(() -> life.declined("NOT_COMPETENT"), "declineReason", "异议");
        assertThat(records.hasPaper(life.id(), PaperKind.DECLINE_NOTICE)).isFalse();
    }

    @Test
    @DisplayName("第二十三条 姓名地址清楚的必须告知")
    void aNoticeIsDueWhereThereIsAnAddressee() {
        Life life = Life.ofALetter().withTheHandler();

        assertRefused(() -> life.accepted("NOT_DUE"), "deliveryMethod", "应当书面告知");
        assertThat(records.hasPaper(life.id(), PaperKind.ACCEPTANCE_NOTICE)).isFalse();
    }

    @Test
    @DisplayName("第二十三条 姓名地址不清的无从邮寄")
    void nothingIsSentToNobody() {
        Life life = Life.ofAnAnonymousLetter().withTheHandler();

        assertRefused(() -> life.accepted("POST"), "deliveryMethod", "无从送达");
    }

    @Test
    @DisplayName("第二十三条 不予受理的应当说明向哪里提出")
    void whoIsDeclinedIsToldWhereToGo() {
        PetitionId id = Life.ofALetter().withTheHandler().id();

        assertRefused(
                () -> handler.complete(
                        id,
                        "decideAcceptance",
                        Map.of("decision", "DECLINE", "declineReason", "LEGAL_ROUTE", "deliveryMethod", "POST")),
                "whereToGo",
                "请填写");
    }

    @Test
    void theFirstDraftBeginsWithTheDemandsOfTheLetter() {
        Life life = Life.ofALetter(with(Typed.letter(), "demand", "修复供水管道"))
                .withTheHandler()
                .accepted();

        assertThat(handler.open(life.id(), "draftOpinion")).containsEntry("demands", "修复供水管道");
    }
}
