package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An analyst proposes at his office screen, the administrator decides at his. Nothing is approved here. */
@BrowserTest
class RulesPageTest {
    private static final String PASSWORD = "Huiyin-Demo-2026";

    @LocalServerPort
    int port;

    @BeforeEach
    void in2041() {
        Time.is("2041-03-01");
    }

    @Test
    void theCalendarAndTheTimeLimitsAreReadByEveryOfficer() {
        try (Screen screen = at("handler")) {
            screen.clickText("工作日历");
            screen.type(By.id("year"), "2026");
            screen.clickText("查看");
            screen.seeText("国务院办公厅关于2026年部分节假日安排的通知");
            screen.seeText("2026年2月14日");
            assertThat(screen.barriers("main")).isEmpty();

            screen.type(By.id("year"), "2041");
            screen.clickText("查看");
            screen.seeText("2041年的放假通知尚未公布");

            screen.clickText("现行期限");
            screen.seeText("信访工作条例第三十四条");
            assertThat(screen.barriers("main")).isEmpty();
            assertThat(screen.all(By.cssSelector(".proposing"))).noneMatch(link -> link.isDisplayed());
        }
    }

    @Test
    void aWrongCalendarIsToldWithItsLines() {
        try (Screen screen = at("analyst")) {
            screen.clickText("载入放假安排");
            screen.type(By.id("json"), "{\"year\": 2042,\n\"papers\": [],\n\"days\": []}");
            screen.click(By.cssSelector("#loadForm .try"));

            screen.seeText("【第1行 来源通知】必须写明");
            screen.seeText("【第1行 日期列表】必须填写");
            assertThat(screen.barriers("main")).isEmpty();
        }
    }

    @Test
    void oneProposesATimeLimitAndAnotherRefusesIt() {
        String title = "D6 办理：40日（江城市生态环境局及下级，自2041年6月1日起）";
        try (Screen screen = at("analyst")) {
            screen.clickText("改变期限");
            new Select(screen.see(By.id("organ"))).selectByVisibleText("江城市生态环境局");
            screen.script("document.getElementById('validFrom').value = '2041-06-01'");
            screen.type(By.id("length"), "70");
            screen.type(By.id("law"), "江城市信访工作规定（虚构）");
            screen.type(By.id("article"), "第十条");
            screen.click(By.cssSelector("#limitForm .try"));
            screen.seeText("不能更宽");

            screen.type(By.id("length"), "40");
            screen.click(By.cssSelector("#limitForm .try"));
            screen.seeText("影响：" + title);
            screen.type(By.id("limitReason"), "提速");
            assertThat(screen.barriers("main")).isEmpty();
            screen.click(By.cssSelector("#limitForm .main"));
            screen.seeText("待另一人审批");
            screen.seeText(title);
        }
        try (Screen screen = at("admin")) {
            screen.seeText(title);
            screen.click(By.xpath("//tr[td[contains(., '" + title + "')]]//button[normalize-space()='审批']"));
            screen.seeText("理由");
            assertThat(screen.barriers("main")).isEmpty();
            screen.clickText("不批准");
            screen.seeText("不批准的理由");
            screen.type(By.id("note"), "与市里的要求不一致");
            screen.clickText("不批准");
            screen.seeText("不批准（与市里的要求不一致）");
        }
    }

    @Test
    void aWrongPasswordIsTold() {
        try (Screen screen = new Screen(port)) {
            screen.open("/camunda/rules");
            screen.type(By.id("username"), "nobody-here");
            screen.type(By.id("password"), "wrong");
            screen.clickText("登录");
            screen.seeText("账号或者密码不对");
            assertThat(screen.barriers("main")).isEmpty();
        }
    }

    private Screen at(String officer) {
        Screen screen = new Screen(port);
        screen.open("/camunda/rules");
        screen.type(By.id("username"), officer);
        screen.type(By.id("password"), PASSWORD);
        screen.clickText("登录");
        screen.seeText("（" + officer + "）");
        return screen;
    }
}
