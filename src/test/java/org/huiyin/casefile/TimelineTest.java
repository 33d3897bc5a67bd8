package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@DisplayName("案卷日志用中文说明何时、何人、何事")
class TimelineTest {
    private static final OfficerId CLERK = new OfficerId("intake");

    @Autowired
    CaseFile cases;

    @Autowired
    CaseView view;

    @Autowired
    Journal journal;

    @Autowired
    EngineGateway gateway;

    @Autowired
    TransactionTemplate tx;

    @ParameterizedTest
    @CsvSource({
        "organ, binjiangHousingBureau, 机关, 滨江区住房和城乡建设局",
        "channel, LETTER, 信访形式, 来信",
        "petitionClass, APPEAL, 类别, 申诉求决",
        "endReason, VOIDED, 办结原因, 误开作废",
        "outcome, SUPPORTED, 结果, 请求事实清楚，符合规定，予以支持",
        "outcome, UPHELD, 结果, 维持原处理意见",
        "lamp, OVERDUE, 灯色, 超期",
        "number, 滨建信访受〔2026〕1号, 文号, 滨建信访受〔2026〕1号",
        "somethingNew, 7, somethingNew, 7"
    })
    void factsAreSaidInWords(String key, String value, String label, String word) {
        TimelineEntry entry = written(CLERK, Map.of(key, value));

        assertThat(entry.facts()).containsExactly(new TimelineEntry.Fact(label, word));
    }

    @Test
    void clocksAreCalledByTheirNames() {
        String name = written(CLERK, Map.of("clock", "D4")).facts().get(0).value();

        assertThat(name).matches(".*\\p{IsHan}.*");
    }

    @Test
    void everybodyIsCalledByName() {
        assertThat(written(CLERK, Map.of()).who()).endsWith("（江城市信访局）");
        assertThat(written(OfficerId.SYSTEM, Map.of()).who()).isEqualTo("系统");
        assertThat(written(JournalEntry.PETITIONER, Map.of()).who()).isEqualTo("信访人");
    }

    private TimelineEntry written(OfficerId actor, Map<String, String> facts) {
        PetitionId id = cases.open(Channel.LETTER, new OrganId("cityPetitionBureau"), CLERK);
        gateway.as(
                CLERK,
                () -> tx.executeWithoutResult(
                        t -> journal.write(id, actor, JournalKind.CORRECTED, facts, Optional.empty())));
        return view.of(id, Circle.OUTSIDE).timeline().get(1);
    }
}
