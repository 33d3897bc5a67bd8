package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.engine.HuiyinMode;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("R9、R24 看板上的指标、地点和主题排行")
class IndicatorPanelTest {
    private static final By PANEL = By.cssSelector(".board-indicators");
    private static final By ACCEPTED = By.cssSelector(".board-indicators button[aria-label^='责任单位及时受理率，受理告知未到期']");

    @LocalServerPort
    int port;

    @BeforeEach
    void inSpring() {
        Time.is("2026-03-02");
    }

    @Test
    @DisplayName("市督查员：指标写明怎么算，从相差的那一项到事项；自选时段；没有严重的无障碍问题")
    void aCitySupervisorGoesFromTheDifferenceToItsMatters() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        try (Screen page = at("supervise", new Screen(port))) {
            page.see(PANEL);
            page.click(By.xpath("//section[contains(@class,'board-indicators')]//summary[.='责任单位及时受理率']"));
            page.seeText("《信访工作条例》第二十三条；收到之日起十五日");
            page.click(ACCEPTED);
            page.seeText("责任单位及时受理率：受理告知未到期");
            BoardPageTest.listed(page, By.cssSelector("button[aria-label='案卷 " + id + "']"));
            page.seeText("计入：2026-03-17 受理告知未到期");
            assertThat(page.barriers(".board")).isEmpty();

            new Select(page.see(By.xpath("//section[contains(@class,'board-indicators')]//label[span='统计时段']/select")))
                    .selectByVisibleText("上月");
            page.seeText("2026-02-01至2026-02-28");
        }
    }

    @Test
    @DisplayName("区督查员只用键盘：到一个数，回车，焦点到清单的标题")
    void aDistrictSupervisorNeedsNoMouse() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        try (Screen page = at("binjiangSupervise", new Screen(port))) {
            page.see(ACCEPTED).sendKeys(Keys.ENTER);
            page.seeText("责任单位及时受理率：受理告知未到期");
            assertThat(page.driver().switchTo().activeElement().getText()).isEqualTo("责任单位及时受理率：受理告知未到期");
            BoardPageTest.listed(page, By.cssSelector("button[aria-label='案卷 " + id + "']"));
            assertThat(page.barriers("main")).isEmpty();
        }
    }

    @Test
    @DisplayName("R9 排行：社区小区和重点专题，点开就是这些事项；催办写明发给谁")
    void theTopPlacesLeadToTheirMatters() {
        PetitionId id = Life.ofALetter(Typed.with(Typed.letter(), "place", "滨江区柳堤街道听涛里小区"))
                .id();
        try (Screen page = at("leader", new Screen(port))) {
            page.see(PANEL);
            By place = By.cssSelector("button[aria-label^='社区小区，听涛里']");
            page.see(place).sendKeys(Keys.ENTER);
            BoardPageTest.listed(page, By.cssSelector("button[aria-label='催办 " + id + "']"));
            page.click(By.cssSelector("button[aria-label='催办 " + id + "']"));
            page.seeText("发给：");
            assertThat(page.read(By.cssSelector(".board-case"))).doesNotContain("（单位负责人）");
        }
    }

    private static Screen at(String officer, Screen screen) {
        screen.open("/camunda/board");
        screen.type(By.id("username"), officer);
        screen.type(By.id("password"), HuiyinMode.DEMO_PASSWORD);
        screen.clickText("登录");
        return screen;
    }
}
