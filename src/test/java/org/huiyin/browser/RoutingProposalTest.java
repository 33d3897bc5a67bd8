package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import org.huiyin.casefile.CaseFile;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The dispatcher sees why an organ is proposed, takes it on with one click, or overrules it and says why. */
@BrowserTest
class RoutingProposalTest {
    private static final String PROPOSED = "滨江区城市管理局";

    @LocalServerPort
    int port;

    @Autowired
    CaseFile cases;

    @Test
    @DisplayName("R6 转送表单预填建议单位和理由，一步采纳")
    void theProposalIsTakenOnWithOneClick() {
        PetitionId petition = letter();
        try (Tasklist dispatch = Tasklist.of(port, "dispatch")) {
            open(dispatch, petition);
            assertThat(value(dispatch, "系统建议"))
                    .contains("建议：" + PROPOSED)
                    .contains("职责清单列有该事项")
                    .contains("第二候选：");
            assertThat(value(dispatch, "转送单位")).isEqualTo(PROPOSED);
            dispatch.complete();
        }

        assertThat(cases.get(petition).organ()).isEqualTo(new OrganId("binjiangUrbanManagement"));
    }

    @Test
    @DisplayName("R6 改选其他单位，照用建议的理由不行，写明自己的理由可以")
    void theProposalIsOverruledWithAReasonOfOnesOwn() {
        PetitionId petition = letter();
        try (Tasklist dispatch = Tasklist.of(port, "dispatch")) {
            open(dispatch, petition);
            dispatch.find("转送单位", "柳堤街道", "滨江区柳堤街道办事处");
            dispatch.send();
            dispatch.seeText("已改选其他单位");
            dispatch.write("转送理由", "街道已经在协调这家餐馆。");
            dispatch.complete();
        }

        assertThat(cases.get(petition).organ()).isEqualTo(new OrganId("binjiangLiudiStreet"));
    }

    private static PetitionId letter() {
        return Life.ofALetter(with(
                        Typed.letter(),
                        "subject",
                        "城乡建设",
                        "title",
                        "楼下餐馆油烟噪声扰民",
                        "content",
                        "楼下餐馆没有装油烟净化器，夜里开到两点。",
                        "place",
                        "滨江区柳堤街道"))
                .sorted()
                .id();
    }

    private static void open(Tasklist dispatch, PetitionId petition) {
        dispatch.list("本组待签收");
        dispatch.task("转送有权处理机关", petition.value());
        dispatch.claim();
    }

    private static String value(Tasklist screen, String label) {
        WebElement field =
                screen.see(By.xpath("//*[contains(@class,'fjs-form-field')][.//label[starts-with(normalize-space(),'"
                        + label + "')]]//*[self::input or self::textarea]"));
        return String.valueOf(field.getDomProperty("value"));
    }
}
