package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.engine.HuiyinMode;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("R24、R27、R29 督办看板")
class BoardPageTest {
    private static final By TILES = By.cssSelector(".board-tiles li");

    @LocalServerPort
    int port;

    @Test
    @DisplayName("市督查员在监督里：从数字到事项，到案卷，到流程图和办理经过")
    void aCitySupervisorGoesFromAFigureToTheCaseAndToItsDiagram() {
        PetitionId id = Life.ofALetter().withTheHandler().accepted().id();
        try (Screen cockpit = new Screen(port)) {
            cockpit.open("/camunda/app/cockpit/default/#/board");
            cockpit.see(By.cssSelector("input[type=password]"));
            cockpit.type(By.cssSelector("input[type=text]"), "supervise");
            cockpit.type(By.cssSelector("input[type=password]"), HuiyinMode.DEMO_PASSWORD);
            cockpit.click(By.cssSelector("button[type=submit]"));
            cockpit.click(By.linkText("督办看板"));
            cockpit.see(TILES);
            cockpit.see(By.cssSelector(".board-chart canvas"));

            new Select(cockpit.see(By.cssSelector(".board header select"))).selectByVisibleText("滨江区住房和城乡建设局");
            cockpit.click(By.cssSelector("button[aria-label^='滨江区住房和城乡建设局，在办']"));
            cockpit.seeText("滨江区住房和城乡建设局：在办");
            assertThat(cockpit.barriers(".board")).isEmpty();
            listed(cockpit, By.cssSelector("button[aria-label='案卷 " + id + "']"));
            cockpit.click(By.cssSelector("button[aria-label='案卷 " + id + "']"));
            cockpit.seeText("办理经过");
            assertThat(cockpit.barriers(".board-case")).isEmpty();
            cockpit.clickText("关闭");
            cockpit.click(By.cssSelector("button[aria-label='流程图 " + id + "']"));
            cockpit.await()
                    .withMessage(() -> cockpit.driver().getCurrentUrl() + "\n" + cockpit.text())
                    .until(page -> !page.findElements(By.cssSelector("g[data-element-id='draftOpinion']"))
                            .isEmpty());
            assertThat(cockpit.driver().getCurrentUrl()).contains("#/process-instance/");
            cockpit.clickText("案卷和办理经过");
            cockpit.seeText("判定类别与途径");
            assertThat(cockpit.read(By.cssSelector(".huiyin-case-tab .board-code")))
                    .isEqualTo(id.value());
        }
    }

    @Test
    @DisplayName("区督查员在自己的页面上只见本区，没有流程图；手机上不出边")
    void aDistrictSupervisorSeesHisOwnOnAPageOfItsOwn() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        try (Screen page = at("binjiangSupervise", new Screen(port, Chromium.take(500, 900)))) {
            page.see(TILES);
            page.click(By.cssSelector("button[aria-label^='滨江区住房和城乡建设局，在办']"));
            page.seeText("滨江区住房和城乡建设局：在办");
            listed(page, By.cssSelector("button[aria-label='案卷 " + id + "']"));
            assertThat(page.all(By.cssSelector("button[aria-label^='流程图']"))).isEmpty();
            assertThat(page.text()).doesNotContain("青屏区城市管理局");
            assertThat(page.script("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            assertThat(page.barriers("main")).isEmpty();
        }
    }

    @Test
    void theFigureOfAChartStandsInATableToo() {
        Life.ofALetter();
        try (Screen page = at("leader", new Screen(port))) {
            page.see(TILES);
            page.click(By.xpath("//section[h2='各环节的灯']//summary"));
            page.seeText("审查中");
            new Select(page.see(By.xpath("//label[span='看什么']/select"))).selectByVisibleText("收到：按类别");
            new Select(page.see(By.xpath("//label[span='时段']/select"))).selectByVisibleText("按月");
            page.click(By.xpath("//section[.//h2='收到和办结的走势']//summary"));
            page.seeText("尚未判定");
        }
    }

    @Test
    void whoHasNoRightIsToldSo() {
        try (Screen page = at("handler", new Screen(port))) {
            page.seeText("没有“查看督办看板”的权限");
            assertThat(page.all(TILES)).isEmpty();
        }
    }

    /** Lists on until the row is there; the rows come behind the heading. */
    static void listed(Screen board, By what) {
        By more = By.xpath("//section[contains(@class,'board-matters')]/button[not(@hidden)]");
        // the button hides itself with the last page
        board.await()
                .ignoring(ElementNotInteractableException.class)
                .withMessage(() -> what + " in:\n" + board.text())
                .until(page -> {
                    if (!board.all(what).isEmpty()) {
                        return true;
                    }
                    board.all(more).forEach(WebElement::click);
                    return false;
                });
    }

    private static Screen at(String officer, Screen screen) {
        screen.open("/camunda/board");
        screen.type(By.id("username"), officer);
        screen.type(By.id("password"), HuiyinMode.DEMO_PASSWORD);
        screen.clickText("登录");
        return screen;
    }
}
