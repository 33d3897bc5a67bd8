package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The handler asks for more time beside his form, the head decides in a form of his own. */
@BrowserTest
class MoreTimeTest {
    @LocalServerPort
    int port;

    @Test
    @DisplayName("第三十四条 承办人在案卷里申请延期，负责人在待办里批准")
    void theHandlerAsksBesideHisFormAndTheHeadApproves() {
        PetitionId petition = Life.ofALetter().withTheHandler().accepted().id();
        asked(petition);
        approved(petition);

        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("调查核实并拟写意见", petition.value());
            handler.seeInPanel("延期告知书");
            assertThat(handler.panel()).doesNotContain("待审批").doesNotContain("申请延期");
        }
    }

    private void asked(PetitionId petition) {
        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("调查核实并拟写意见", petition.value());
            handler.write("查明的事实和理由", "正在等待鉴定。");

            handler.clickText("申请延期");
            handler.type(By.cssSelector("#huiyin-case input[aria-label='延长天数']"), "20");
            handler.type(By.cssSelector("#huiyin-case textarea[aria-label='延期理由']"), "需要委托鉴定管道材质");
            assertThat(handler.barriers("#huiyin-case")).isEmpty();
            handler.clickText("提交申请");

            handler.seeText("申请延长20日，待审批。理由：需要委托鉴定管道材质");
            assertThat(handler.see(By.xpath(
                                    "//label[starts-with(normalize-space(),'查明的事实和理由')]/following::textarea[1]"))
                            .getDomProperty("value"))
                    .as("what was typed into the form is still there")
                    .isEqualTo("正在等待鉴定。");
        }
    }

    private void approved(PetitionId petition) {
        try (Tasklist head = Tasklist.of(port, "head")) {
            head.list("本组待签收");
            head.task("审批延期申请", petition.value());
            head.claim();
            assertThat(head.see(By.xpath("//label[starts-with(normalize-space(),'延期理由')]/following::textarea[1]"))
                            .getDomProperty("value"))
                    .isEqualTo("需要委托鉴定管道材质");
            head.mark("批准延期");
            head.mark("邮寄");
            head.complete();
        }
    }
}
