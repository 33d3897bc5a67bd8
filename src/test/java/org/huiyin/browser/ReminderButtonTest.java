package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.engine.HuiyinMode;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class ReminderButtonTest {
    @LocalServerPort
    int port;

    @Test
    @DisplayName("第三十八条 区督查员从看板催办，承办人在案卷里回复")
    void aSupervisorRemindsFromTheBoardAndTheHandlerAnswersInHisFile() {
        PetitionId id = Life.ofALetter().withTheHandler().id();

        try (Screen page = new Screen(port)) {
            page.open("/camunda/board");
            page.type(By.id("username"), "binjiangSupervise");
            page.type(By.id("password"), HuiyinMode.DEMO_PASSWORD);
            page.clickText("登录");
            page.click(By.cssSelector("button[aria-label^='滨江区住房和城乡建设局，在办']"));
            page.seeText("滨江区住房和城乡建设局：在办");
            By remind = By.cssSelector("button[aria-label='催办 " + id + "']");
            BoardPageTest.listed(page, remind);
            page.click(remind);
            page.type(By.id("board-asked"), "请本周内受理");
            assertThat(page.barriers(".board-case")).isEmpty();
            page.clickText("发出催办");
            page.seeText("已催办，对方在待办里看得到");
            page.seeText("尚未回复");
        }

        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("决定受理并告知", id.value());
            handler.seeText("请本周内受理");
            assertThat(handler.read(By.cssSelector(".huiyin-digest-button"))).contains("催办");
            handler.clickText("回复催办");
            handler.type(By.cssSelector("#huiyin-case textarea[aria-label^='回复']"), "明天受理");
            handler.clickText("提交回复");
            handler.seeText("明天受理");
            assertThat(handler.barriers("#huiyin-case")).isEmpty();
        }
    }
}
