package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.huiyin.engine.HuiyinMode;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The head looks who has how much and moves a task; an officer says when he is away and takes it back. */
@BrowserTest
class WorkloadPageTest {
    @LocalServerPort
    int port;

    @Test
    @DisplayName("R28 负责人在工作量页面改派一项待办，给承办人登记离岗又取消")
    void theHeadMovesATaskAndDeclaresAnAbsence() {
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        String task =
                Desk.as(Petitions.HANDLER).task(petition, "decideAcceptance").getId();

        try (Screen page = opened("head")) {
            page.driver().manage().window().setSize(new Dimension(1366, 768));
            page.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
            page.click(By.cssSelector("button[aria-label='看郑良玉的待办']"));
            page.seeText("郑良玉手中的待办");
            page.click(By.cssSelector("#tasks input[value='" + task + "']"));
            new Select(page.see(By.id("moveTo"))).selectByValue("binjiangHousingHandlerTwo");
            page.type(By.id("moveReason"), "手中待办过多");
            assertThat(page.barriers("main")).isEmpty();
            page.clickText("改派所选");
            page.seeText("已改派1项");
            assertThat(page.script(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("fits an office screen")
                    .isEqualTo(true);

            new Select(page.see(By.id("absent"))).selectByValue("handler");
            new Select(page.see(By.id("kind"))).selectByValue("TRAINING");
            new Select(page.see(By.id("deputy"))).selectByValue("binjiangHousingHandlerTwo");
            page.script("arguments[0].value = arguments[1]", page.see(By.id("from")), Petitions.day(2));
            page.script("arguments[0].value = arguments[1]", page.see(By.id("until")), Petitions.day(4));
            page.clickText("登记离岗");
            page.seeText("已登记：郑良玉");
            page.click(By.cssSelector("button[aria-label='郑良玉取消']"));
            page.seeText("郑良玉：已取消");
        }
        assertThat(Desk.as("binjiangHousingHandlerTwo").sees(petition)).containsExactly("decideAcceptance");
    }

    @Test
    @DisplayName("R28 承办人只看得到自己的离岗，看不到别人的工作量")
    void anOfficerSeesHisOwnAbsencesOnly() {
        try (Screen page = opened("handler")) {
            page.seeText("离岗和代办");
            page.await().until(shown -> page.see(By.id("absent")).getText().contains("郑良玉"));
            assertThat(page.see(By.id("absent")).getText()).doesNotContain("任晨曦");
            assertThat(page.text()).doesNotContain("各人手中的待办");
        }
    }

    private Screen opened(String officer) {
        Screen page = new Screen(port);
        page.open("/camunda/workload");
        page.type(By.id("username"), officer);
        page.type(By.id("password"), HuiyinMode.DEMO_PASSWORD);
        page.clickText("登录");
        page.see(By.id("declare"));
        return page;
    }
}
