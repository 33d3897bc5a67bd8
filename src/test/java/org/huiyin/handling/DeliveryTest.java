package org.huiyin.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Petitions.day;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Map;
import org.huiyin.deadline.ClockKind;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("送出与送达：第三十四条、第三十五条")
class DeliveryTest {
    @Autowired
    Records records;

    private final Desk handler = Desk.as("handler");

    @Test
    @DisplayName("第三十四条 地址清楚的不得以公布代替送达")
    void theOpinionIsNotPublishedWhereItCanBeDelivered() {
        Life life = signed();

        assertRefused(() -> life.sent("PUBLISHED"), "deliveryMethod", "应当送达");
    }

    @Test
    void theOpinionIsSentNeitherTomorrowNorBeforeItWasIssued() {
        PetitionId id = signed().id();

        assertRefused(
                () -> handler.complete(id, "sendOpinion", Map.of("deliveryMethod", "POST", "sentOn", day(1))),
                "sentOn",
                "不能晚于今天");
        assertRefused(
                () -> handler.complete(id, "sendOpinion", Map.of("deliveryMethod", "POST", "sentOn", day(-1))),
                "sentOn",
                "不能早于");
    }

    @Test
    @DisplayName("第三十五条 送达日期不早于送出，不晚于今天")
    void noReceiptBeforeTheSendingAndNoneFromTheFuture() {
        PetitionId id = signed().sent("POST").id();

        assertRefused(
                () -> handler.complete(id, "recordReceipt", Map.of("receiptKind", "SIGNED", "receivedOn", day(-1))),
                "receivedOn",
                "不能早于");
        assertRefused(
                () -> handler.complete(id, "recordReceipt", Map.of("receiptKind", "SIGNED", "receivedOn", day(1))),
                "receivedOn",
                "不能晚于今天");
        assertThat(records.hasClock(id, ClockKind.D12)).isFalse();
    }

    private static Life signed() {
        return Life.ofALetter().withTheHandler().accepted().drafted().signed();
    }
}
