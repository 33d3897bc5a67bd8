package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What Tasklist shows and hides, beside the way of a petition. */
@BrowserTest
class DeskTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void theServersRefusalIsReadInChineseAndNothingTypedIsLost() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.list("我的待办");
            intake.task("登记来信", petition.value());
            intake.write("标题", "楼道堆物");
            intake.write("内容", "楼道长期堆放杂物，影响通行。");
            intake.write("证件号码", "990101199001010011");
            intake.send();

            intake.seeText("【证件号码】");
            assertThat(intake.notifications()).doesNotContain("Cannot", "ENGINE", "Exception");
            assertThat(intake.see(By.tagName("textarea")).getDomProperty("value"))
                    .contains("杂物");
        }
    }

    @Test
    void whatIsNotOursToOfferIsHidden() {
        PetitionId petition = Desk.as("intake").receive(Channel.CALL);
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.list("我的待办");
            intake.task("登记来电", petition.value());

            assertThat(intake.barriers("#huiyin-case")).isEmpty();
            assertThat(
                            intake.all(
                                    By.cssSelector(
                                            ".createCommentLink, .form-actions .btn-default, .ce-eol-banner, .meta .unclaim, .followup-date")))
                    .noneMatch(WebElement::isDisplayed);
            assertThat(intake.text())
                    .doesNotContainPattern("[A-Z]{4,}_")
                    .doesNotContain("Create task", "Camunda Tasklist");

            intake.script("document.querySelector('.sort-by').textContent = 'DUE_DATE'");
            intake.await()
                    .withMessage("the key of the order that is chosen")
                    .until(page -> intake.read(By.cssSelector(".sort-by")).equals("办理期限"));
        }
    }

    @Test
    void aButtonThatCannotBePressedSaysWhy() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.list("我的待办");
            intake.task("登记来信", petition.value());
            intake.write("标题", "楼");
            By title = By.xpath("//label[starts-with(normalize-space(),'标题')]/following::input[1]");
            intake.see(title).sendKeys(Keys.BACK_SPACE, Keys.TAB);

            intake.seeText("还不能完成：“标题”“内容”需要补正。");
            assertThat(intake.see(By.cssSelector(".form-actions .btn-primary")).isEnabled())
                    .isFalse();

            intake.write("标题", "楼道堆物");
            intake.seeText("还不能完成：“内容”此项必填。");
            intake.write("内容", "楼道长期堆放杂物，影响通行。");
            intake.await()
                    .until(page ->
                            page.findElement(By.id("huiyin-why")).getText().isEmpty());
        }
        PetitionId unclaimed = Life.ofALetter().id();
        try (Tasklist dispatch = Tasklist.of(port, "dispatch")) {
            dispatch.list("本组待签收");
            dispatch.task("判定类别与途径", unclaimed.value());

            assertThat(dispatch.read(By.id("huiyin-why"))).isEqualTo("领取之后才能完成。");
            dispatch.claim();
            dispatch.await()
                    .until(page ->
                            page.findElement(By.id("huiyin-why")).getText().isEmpty());
        }
    }

    @Test
    void foldingThePanelLeavesTheFormAsItIs() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.list("我的待办");
            intake.task("登记来信", petition.value());
            intake.write("标题", "夜间施工噪声");
            WebElement form = intake.see(By.cssSelector(".fjs-container"));
            int beside = form.getSize().getWidth();

            intake.clickText("收起案卷");
            intake.await().until(page -> form.getSize().getWidth() > beside);
            intake.clickText("展开案卷");

            assertThat(intake.see(By.xpath("//label[starts-with(normalize-space(),'标题')]/following::input[1]"))
                            .getDomProperty("value"))
                    .isEqualTo("夜间施工噪声");
        }
    }

    @Test
    @DisplayName("R25：期限变灯的当天，待办首页有一份提醒；读过即不再标红")
    void whatHasTurnedTodayIsReadInOneDigest() {
        Time.is("2026-06-01");
        PetitionId petition = Life.ofALetter().id();
        Time.is("2026-06-18");
        Jobs.of(context, petition).runDue();

        try (Tasklist head = Tasklist.of(port, "petitionHead")) {
            WebElement button = head.see(By.cssSelector(".huiyin-digest-button"));
            assertThat(button.getDomAttribute("class")).contains("huiyin-digest-unread");
            head.click(By.cssSelector(".huiyin-digest-button"));
            assertThat(head.read(By.cssSelector("dialog.huiyin-digest")))
                    .contains("2026年6月18日期限提醒", "信访部门分流", petition.value());
            assertThat(head.barriers("dialog.huiyin-digest")).isEmpty();
            head.clickText("知道了");
            head.gone(By.cssSelector("dialog.huiyin-digest"));
            head.gone(By.cssSelector(".huiyin-digest-unread"));
        }
    }
}
