package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;
import static org.huiyin.testkit.Typed.with;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.FinalOpinions;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.LinkKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.Sight;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
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
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class DecliningTest {
    private static final OfficerId DISPATCHER = new OfficerId("dispatch");
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final Sight SIGHT = new Sight(Set.of(BUREAU), Set.of(BUREAU), Set.of(), DISPATCHER);

    @Autowired
    Links links;

    @Autowired
    FinalOpinions opinions;

    @Autowired
    CaseFile cases;

    @Autowired
    Records records;

    @Autowired
    EngineGateway engine;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("第三十六条 关联原件的复核意见可以引用，隔着一件重复信访也可以")
    void theOpinionOfAnEarlierMatterIsCitedThroughItsRepeats() {
        PetitionId first = ended(EndReason.REVIEWED);
        engine.as(DISPATCHER, () -> opinions.given(first, "江政复核〔2026〕3号", "江城市人民政府", Time.today(), DISPATCHER));
        PetitionId second = repeatOf(first);
        PetitionId third = repeatOf(second);

        decide(third, "NO_FURTHER");

        assertThat(cases.get(third).endReason()).contains(EndReason.NOT_ACCEPTED_AGAIN);
        assertThat(records.printed(third, PaperKind.NO_FURTHER_NOTICE))
                .contains("不再受理告知书", "江城市人民政府", "江政复核〔2026〕3号", "如有新的事实和理由");
        assertThat(records.entry(third, JournalKind.NOT_ACCEPTED_AGAIN).facts().get("evidence"))
                .contains("江政复核〔2026〕3号");
        assertThat(cases.get(second).isOpen()).isTrue();
    }

    @Test
    @DisplayName("第三十六条 没有复核意见不能不再受理；超期未申请复查、只有复查意见的，都只是重复信访")
    void aLapsedWindowIsNoReReview() {
        PetitionId lapsed = ended(EndReason.ANSWERED_NO_REVIEW);
        PetitionId again = repeatOf(lapsed);
        PetitionId onlyReviewed = repeatOf(ended(EndReason.REVIEWED));
        PetitionId alone = Life.ofALetter().id();
        Map<String, Long> before = records.rows();

        assertRefused(() -> decide(again, "NO_FURTHER"), "disposal", "超期未申请复查，不等于已有复核意见");
        assertRefused(() -> decide(onlyReviewed, "NO_FURTHER"), "disposal", "只有复查意见，还没有复核意见");
        assertRefused(() -> decide(alone, "NO_FURTHER"), "disposal", "没有可以引用的复核意见");

        assertThat(records.rows()).isEqualTo(before);
        assertThat(cases.get(again).petitionClass()).isEmpty();
        assertThat(links.toldApart(again).firstInCity()).isFalse();
    }

    @Test
    @DisplayName("本地法规另有规定的，自施行之日起按其条款不再受理并写明")
    void aLocalRuleIsDataWithItsArticle() {
        Time.is("2021-05-10");
        PetitionId lapsed = ended(EndReason.ANSWERED_NO_REVIEW);
        PetitionId again = repeatOf(lapsed);
        jdbc.sql("""
                        insert into casefile.no_more_rule (region, end_reason, law, article, valid_from, valid_until)
                        values ('990100', 'ANSWERED_NO_REVIEW', '《江城市信访办法》', '第四十六条', :from, :until)""")
                .param("from", LocalDate.of(2021, 6, 1))
                .param("until", LocalDate.of(2021, 6, 30))
                .update();
        assertRefused(() -> decide(again, "NO_FURTHER"), "disposal", "不等于已有复核意见");

        Time.is("2021-06-10");
        decide(again, "NO_FURTHER");

        assertThat(records.printed(again, PaperKind.NO_FURTHER_NOTICE)).contains("《江城市信访办法》第四十六条");
    }

    @Test
    @DisplayName("第三十六条 认定有新的事实和理由的，是新的事项；检举控告不作此处置")
    void newFactsAndAccusationsGoTheirWay() {
        PetitionId first = ended(EndReason.REVIEWED);
        PetitionId again = Life.ofALetter().id();
        engine.as(DISPATCHER, () -> opinions.enter(again, "省复核〔2025〕9号", "省人民政府", Time.today(), DISPATCHER));
        link(again, first, LinkKind.NEW_FACTS);

        assertRefused(() -> decide(again, "NO_FURTHER"), "disposal", "新的事实和理由");
        PetitionId accusation = Life.ofALetter().id();
        Desk.as("dispatch")
                .complete(
                        accusation,
                        "decideClass",
                        with(Typed.appeal(), "petitionClass", "ACCUSATION", "disposal", "NO_FURTHER"));
        assertThat(cases.get(accusation).petitionClass()).contains(PetitionClass.ACCUSATION);
        assertThat(cases.get(accusation).sealed()).isTrue();
        assertThat(cases.get(accusation).endReason()).isEmpty();
    }

    @Test
    @DisplayName("第十九条 下级正在办理期限内的，上级不予受理并告知去向；超过期限的不适用")
    void whatIsHandledBelowInTimeIsNotTakenUpAbove() {
        Time.is("2026-03-02");
        PetitionId running = Life.ofALetter().withTheHandler().accepted().id();
        PetitionId again = repeatOf(running);
        decide(again, "IN_HANDLING");

        assertThat(cases.get(again).endReason()).contains(EndReason.DECLINED);
        assertThat(records.printed(again, PaperKind.DECLINE_NOTICE))
                .contains("滨江区住房和城乡建设局", running.value(), "尚在规定期限内");
        assertThat(cases.get(running).isOpen()).isTrue();
    }

    @Test
    @DisplayName("第十九条 没有关联、已办结、同级机关办理、超过期限的，都不适用")
    void whatIsNotHandledBelowInTimeGoesItsWay() {
        Time.is("2026-03-02");
        PetitionId alone = Life.ofALetter().id();
        assertRefused(() -> decide(alone, "IN_HANDLING"), "disposal", "没有关联到正在办理的原件");
        PetitionId over = repeatOf(ended(EndReason.ANSWERED_NO_REVIEW));
        assertRefused(() -> decide(over, "IN_HANDLING"), "disposal", "没有关联到正在办理的原件");
        PetitionId sameLevel = repeatOf(
                Life.ofALetter().sorted().forwardedTo("cityHousingBureau").id());
        assertRefused(() -> decide(sameLevel, "IN_HANDLING"), "disposal", "上级机关");

        PetitionId running = Life.ofALetter().withTheHandler().accepted().id();
        Time.is("2026-06-02");
        PetitionId late = repeatOf(running);
        assertRefused(() -> decide(late, "IN_HANDLING"), "disposal", "超过规定期限");
    }

    private void decide(PetitionId id, String disposal) {
        Desk.as("dispatch")
                .complete(id, "decideClass", with(Typed.appeal(), "disposal", disposal, "disposalDelivery", "POST"));
    }

    private PetitionId ended(EndReason reason) {
        PetitionId id = Life.ofALetter().id();
        engine.as(DISPATCHER, () -> cases.end(id, reason, "测试"));
        return id;
    }

    private PetitionId repeatOf(PetitionId earlier) {
        PetitionId id = Life.ofALetter().id();
        link(id, earlier, LinkKind.REPEAT);
        return id;
    }

    private void link(PetitionId later, PetitionId earlier, LinkKind kind) {
        engine.as(DISPATCHER, () -> links.link(later, earlier, kind, "同一人就同一事项再次来信", DISPATCHER, SIGHT));
    }
}
