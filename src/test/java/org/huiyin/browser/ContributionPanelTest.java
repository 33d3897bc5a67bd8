package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The lead asks beside its form, the helper answers in its own, the lead reads the answer while drafting. */
@BrowserTest
class ContributionPanelTest {
    @LocalServerPort
    int port;

    @Test
    @DisplayName("R36 主办承办人在案卷里请求协办，协办单位填表答复，主办在拟写意见时读到")
    void theLeadAsksTheHelperAnswersTheLeadReads() {
        PetitionId petition = Life.ofALetter().withTheHandler().accepted().id();

        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("调查核实并拟写意见", petition.value());
            handler.clickText("协办意见");
            handler.clickText("请其他单位协办");
            new Select(handler.see(By.cssSelector("#huiyin-case select[aria-label='协办单位']")))
                    .selectByValue("binjiangUrbanManagement");
            handler.type(By.cssSelector("#huiyin-case textarea[aria-label='请求协办的事项']"), "请查明管道产权。");
            handler.script(
                    "arguments[0].value = arguments[1]",
                    handler.see(By.cssSelector("#huiyin-case input[aria-label='协办期限']")),
                    Petitions.day(9));
            assertThat(handler.barriers("#huiyin-case")).isEmpty();
            handler.clickText("提出请求");
            handler.seeText("待复");
        }

        try (Tasklist helper = Tasklist.of(port, "binjiangUrbanManagementHandler")) {
            helper.list("本组待签收");
            helper.task("提出协办意见", petition.value());
            helper.claim();
            assertThat(helper.value("请求协办的事项")).isEqualTo("请查明管道产权。");
            helper.seeInPanel("协办意见");
            assertThat(helper.panel()).doesNotContain("显示完整信息");
            helper.write("协办意见", "该段管道产权属自来水公司。");
            helper.complete();
        }

        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("调查核实并拟写意见", petition.value());
            handler.seeText("该段管道产权属自来水公司。");
            handler.seeInPanel("已收到");
        }
    }
}
