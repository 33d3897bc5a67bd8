package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class NarrowScreenTest {
    private static final By LISTS = By.cssSelector(".task-filters .item");
    private static final By BACK = By.cssSelector(".huiyin-back");

    @LocalServerPort
    int port;

    @Test
    @DisplayName("R27：街道承办人在手机上从列表到一件，签收，回到列表；一次只见一栏，不出边")
    void aStreetSignsInOnATelephone() {
        PetitionId petition =
                Life.ofALetter().sorted().forwardedTo("binjiangLiudiStreet").id();
        try (Tasklist phone = new Tasklist(port, Chromium.take(500, 844))) {
            phone.enter("tasklist", "binjiangLiudiHandler");
            phone.script("sessionStorage.setItem('huiyin-case-folded', 'no')");
            phone.open("/camunda/app/tasklist/default/");
            phone.list("本组待签收");
            assertThat(phone.all(By.cssSelector(".task-details"))).noneMatch(WebElement::isDisplayed);

            phone.task("签收或提出异议", petition.value());
            phone.clickText("收起案卷");
            phone.gone(By.cssSelector("#huiyin-case .huiyin-number"));
            assertThat(phone.all(LISTS)).noneMatch(WebElement::isDisplayed);
            assertThat(fits(phone)).isTrue();
            phone.click(BACK);
            phone.see(LISTS);
            assertThat(phone.all(BACK)).noneMatch(WebElement::isDisplayed);

            phone.script("history.back()");
            phone.gone(LISTS);
            phone.click(By.cssSelector("button.claim"));
            phone.gone(By.cssSelector("button.claim"));
            phone.mark("签收");
            phone.choose("承办人", "余承恩");
            phone.script("document.querySelector('.form-actions').scrollIntoView({block: 'center'})");
            phone.complete();
            phone.see(LISTS);
            assertThat(fits(phone)).isTrue();
        }
        assertThat(Desk.as("binjiangLiudiHandler").sees(petition)).contains("decideAcceptance");
    }

    @Test
    @DisplayName("引擎自己的按钮和链接都有名称，读屏软件念得出")
    void theEnginesOwnButtonsHaveNames() {
        PetitionId petition = Life.ofALetter().withTheHandler().accepted().id();
        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("调查核实并拟写意见", petition.value());

            assertThat(handler.barriers("body"))
                    .noneMatch(
                            fault -> fault.matches("(button-name|link-name|label|aria-.*|color-contrast|.*-alt):.*"));
        }
    }

    private static boolean fits(Screen screen) {
        return Boolean.TRUE.equals(screen.script("return document.documentElement.scrollWidth <= window.innerWidth"));
    }
}
