package org.huiyin.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("文书内容：第二十三条、第三十二条、第三十五条")
class PaperTemplatesTest {
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId HANDLER = new OfficerId("handler");

    @Autowired
    Papers papers;

    @Autowired
    CaseFile cases;

    @Autowired
    Organs organs;

    @Autowired
    EngineGateway gateway;

    static Stream<PaperKind> stored() {
        return Arrays.stream(PaperKind.values()).filter(kind -> kind != PaperKind.REGISTRATION_RECEIPT);
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void everyKindHasAChineseLabel(PaperKind kind) {
        assertThat(kind.label()).matches("\\p{IsHan}+");
    }

    @ParameterizedTest
    @MethodSource("stored")
    void everyPaperSaysAllItMust(PaperKind kind) {
        Time.is("2026-03-02");
        PetitionId id = petition("张三");
        Map<String, String> content = Contents.of(kind);

        String html = html(id, kind, content);

        assertThat(html)
                .contains(kind.label(), id.value(), "路灯不亮", "滨江区住房和城乡建设局", "2026年3月2日", "〔2026〕")
                .doesNotContain("{{", "}}");
        for (PaperField field : kind.mandatory()) {
            String given = content.getOrDefault(field.key(), "");
            if (given.startsWith("「") && field != PaperField.REVIEW_ORGAN) {
                assertThat(html).as(field.label()).contains(given);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stored")
    void aPaperThatLeavesOutWhatItMustSayIsRefused(PaperKind kind) {
        PetitionId id = petition("张三");
        for (PaperField field : kind.mandatory()) {
            if (field == PaperField.REVIEW_ORGAN) {
                continue; // comes from the ladder
            }
            Map<String, String> content = new HashMap<>(Contents.of(kind));
            content.put(field.key(), " ");

            assertThatThrownBy(() -> html(id, kind, content))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("【" + field.label() + "】《" + kind.label() + "》必须写明，请补充。");
        }
        assertThat(papers.of(id)).isEmpty();
    }

    @Test
    @DisplayName("第三十五条：处理意见书写明30日内申请复查的权利和复查机关")
    void theOpinionNamesTheRightOfReviewAndTheReviewer() {
        String html = html(petition("张三"), PaperKind.OPINION, Contents.of(PaperKind.OPINION));

        assertThat(html).contains("收到本意见书之日起30日内", organs.reviewerName(HOUSING).orElseThrow() + "复查");
    }

    @Test
    @DisplayName("第三十五条：简易答复写明复查权和复查机关，并可以要求书面答复")
    void theSimplifiedReplyNamesTheSameRight() {
        String html = html(petition("张三"), PaperKind.SIMPLIFIED_REPLY, Contents.of(PaperKind.SIMPLIFIED_REPLY));

        assertThat(html)
                .contains("书面答复之日起30日内", organs.reviewerName(HOUSING).orElseThrow() + "复查")
                .contains("可以要求出具书面答复");
    }

    @Test
    @DisplayName("第三十六条：复查意见书写明申请复核的权利，并指明被复查的意见书")
    void theReviewOpinionNamesTheRightOfReReview() {
        PetitionId id = petition("张三");
        html(id, PaperKind.OPINION, Contents.of(PaperKind.OPINION));
        String number = papers.latest(id, PaperKind.OPINION).orElseThrow().number();
        Map<String, String> content = Contents.of(PaperKind.REVIEW_OPINION);
        content.remove("reviewedNumber");

        String html = html(id, PaperKind.REVIEW_OPINION, content);

        assertThat(html).contains(number, "30日内", "复核");
    }

    @ParameterizedTest
    @MethodSource("stored")
    @DisplayName("救济途径不混用：只有处理意见书和简易答复写复查权，任何信访文书不写复议、诉讼")
    void remediesAreNeverMixed(PaperKind kind) {
        String html = html(petition("张三"), kind, Contents.of(kind));

        if (!kind.isReviewed() && kind != PaperKind.REVIEW_OPINION) {
            assertThat(html).doesNotContain("复查", "复核");
        }
        assertThat(html).doesNotContain("行政复议", "提起诉讼", "行政诉讼");
    }

    @Test
    @DisplayName("第二十三条：不予受理要告知去向")
    void aDeclineSaysWhereToGo() {
        Map<String, String> content = Map.of("declineReason", "不属于本机关职权", "whereToGo", "滨江区城市管理局");

        assertThat(html(petition("张三"), PaperKind.DECLINE_NOTICE, content)).contains("您可以向下列机关", "滨江区城市管理局");
    }

    @Test
    @DisplayName("第三十一条第一至五项：导入告知写明程序、机关、期限")
    void guidanceNamesProcedureBodyAndTerm() {
        Map<String, String> content =
                new HashMap<>(Map.of("procedureName", "劳动仲裁", "procedureBody", "滨江区劳动仲裁委员会", "guidance", "请携带劳动合同。"));
        assertThat(html(petition("张三"), PaperKind.GUIDANCE_NOTICE, content)).contains("请尽早提出");

        content.put("procedureTerm", "一年");
        assertThat(html(petition("张三"), PaperKind.GUIDANCE_NOTICE, content))
                .contains("劳动仲裁", "滨江区劳动仲裁委员会", "<td>一年</td>")
                .doesNotContain("请尽早提出");
    }

    @Test
    void whatPeopleTypeIsNeverMarkup() {
        PetitionId id = gateway.as(
                HANDLER,
                () -> registered(ARegistration.letter().title("<b>路灯</b>&\"'").from("<i>张三</i>")));
        Map<String, String> content = new HashMap<>(Contents.of(PaperKind.OPINION));
        content.put("findings", "<script>alert(1)</script>\n第二行 {{queryCode}}");

        String html = html(id, PaperKind.OPINION, content);

        assertThat(html)
                .doesNotContain("<script>", "<b>路灯", "<i>张三")
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>第二行 {{queryCode}}",
                        "&lt;b&gt;路灯",
                        "&lt;i&gt;张三");
    }

    @Test
    void controlCharactersNeverReachAPaper() {
        PetitionId id = petition("张三");
        Map<String, String> content = new HashMap<>(Contents.of(PaperKind.OPINION));
        content.put("findings", "查明\u0000");

        assertThatThrownBy(() -> html(id, PaperKind.OPINION, content)).hasMessageStartingWith("【查明的事实】含有无法显示的控制字符");
    }

    @Test
    void aPaperHasNoFieldsButItsOwn() {
        PetitionId id = petition("张三");
        Map<String, String> content = new HashMap<>(Contents.of(PaperKind.DECLINE_NOTICE));
        content.put("opinion", "x");

        assertThatThrownBy(() -> html(id, PaperKind.DECLINE_NOTICE, content))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lettersBetweenOrgansDoNotNameThePetitioner() {
        PetitionId id = petition("钱小方");

        assertThat(html(id, PaperKind.FORWARDING_LETTER, Contents.of(PaperKind.FORWARDING_LETTER)))
                .contains("滨江区住房和城乡建设局：")
                .doesNotContain("钱小方");
        assertThat(html(id, PaperKind.ACCUSATION_TRANSFER, Contents.of(PaperKind.ACCUSATION_TRANSFER)))
                .contains(organs.get(new OrganId("cityDiscipline")).name() + "：")
                .doesNotContain("钱小方");
        assertThat(html(id, PaperKind.ACCEPTANCE_NOTICE, Contents.of(PaperKind.ACCEPTANCE_NOTICE)))
                .contains("钱小方：", "2026年5月1日");
    }

    @Test
    @DisplayName("要求保密的，机关之间的函件不写事项标题")
    void asksForSecrecyAndGetsIt() {
        PetitionId id = gateway.as(
                HANDLER,
                () -> registered(
                        ARegistration.letter().from("钱小方").title("钱小方家门前路灯不亮").confidential()));

        assertThat(html(id, PaperKind.FORWARDING_LETTER, Contents.of(PaperKind.FORWARDING_LETTER)))
                .contains("信访人要求保密")
                .doesNotContain("钱小方");
    }

    @Test
    void aWriterWithoutANameIsAddressedAsPetitioner() {
        PetitionId id = gateway.as(HANDLER, () -> registered(ARegistration.letter()));

        assertThat(html(id, PaperKind.ACCEPTANCE_NOTICE, Contents.of(PaperKind.ACCEPTANCE_NOTICE)))
                .contains("信访人：");
    }

    @Test
    void theLongestOpinionFits() {
        Map<String, String> content = new HashMap<>(Contents.of(PaperKind.OPINION));
        content.put("findings", "查".repeat(100_000));

        assertThat(html(petition("张三"), PaperKind.OPINION, content)).contains("查".repeat(100_000));
    }

    private String html(PetitionId id, PaperKind kind, Map<String, String> content) {
        return gateway.as(
                HANDLER,
                () -> papers.html(
                        papers.issue(id, kind, HOUSING, HANDLER, content).id()));
    }

    private PetitionId petition(String name) {
        return gateway.as(HANDLER, () -> registered(ARegistration.letter().from(name)));
    }

    private PetitionId registered(ARegistration matter) {
        PetitionId id = cases.open(Channel.LETTER, HOUSING, HANDLER);
        cases.register(id, matter.build());
        return id;
    }
}
