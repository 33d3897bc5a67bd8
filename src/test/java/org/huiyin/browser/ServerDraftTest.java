package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is typed survives refusal, reload and the end of the session, and is in no browser's storage. */
@BrowserTest
class ServerDraftTest {
    @LocalServerPort
    int port;

    @Test
    @DisplayName("填写途中登录失效：重新登录后，填写的内容都在")
    void whatWasTypedOutlivesTheSession() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.list("我的待办");
            intake.task("登记来信", petition.value());
            intake.mark("要求保密");
            intake.write("标题", "夜市油烟扰民");
            intake.seeText("已保存");

            intake.driver().manage().deleteAllCookies();
            intake.write("内容", "夜市油烟从早到晚。");
            intake.logIn("intake");
            intake.task("登记来信", petition.value());

            assertThat(intake.value("标题")).isEqualTo("夜市油烟扰民");
            assertThat(intake.value("内容")).isEqualTo("夜市油烟从早到晚。");
            assertThat(intake.isMarked("要求保密")).isTrue();
            assertThat(intake.script("return Object.values(localStorage).concat(Object.values(sessionStorage)).join()")
                            .toString())
                    .doesNotContain("夜市");
            intake.complete();
        }
        assertThat(Desk.as("intake").sees(petition)).doesNotContain("registerLetter");
    }

    @Test
    void choicesDatesAndEmptiedFieldsComeBackToo() {
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("决定受理并告知", petition.value());
            handler.mark("受理");
            handler.mark("邮寄");
            handler.seeText("已保存");

            handler.driver().navigate().refresh();
            handler.task("决定受理并告知", petition.value());
            handler.seeText("暂存的内容");

            assertThat(handler.isMarked("受理")).isTrue();
            assertThat(handler.isMarked("邮寄")).isTrue();
            handler.clickText("放弃暂存，重新填写");
            handler.await().until(page -> !handler.isMarked("受理"));
        }
    }

    @Test
    void eachTaskKeepsItsOwnAndTurningAwayLosesNothing() {
        PetitionId one = Desk.as("intake").receive(Channel.LETTER);
        PetitionId other = Desk.as("intake").receive(Channel.LETTER);
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.list("我的待办");
            intake.task("登记来信", one.value());
            intake.script("document.addEventListener('huiyin:typed', event => { window.heard = event.detail; })");
            intake.write("标题", "第一件");
            intake.task("登记来信", other.value());
            assertThat(intake.value("标题")).isEmpty();
            intake.write("标题", "第二件");
            intake.task("登记来信", one.value());

            assertThat(intake.value("标题")).isEqualTo("第一件");
            intake.await().until(page -> "第一件".equals(intake.script("return window.heard.values.title")));
            assertThat(intake.script("return window.heard.taskId"))
                    .isEqualTo(Desk.as("intake").task(one, "registerLetter").getId());
        }
        assertThat(Desk.as("intake").open(one, "registerLetter")).containsEntry("title", "第一件");
        assertThat(Desk.as("intake").open(other, "registerLetter")).containsEntry("title", "第二件");
    }

    @Test
    void aLineBesideTheButtonSaysWhenItWasSaved() {
        PetitionId petition = Life.ofALetter().id();
        Desk.as("dispatch").claim(petition, "decideClass");
        try (Tasklist dispatch = Tasklist.of(port, "dispatch")) {
            dispatch.list("我的待办");
            dispatch.task("判定类别与途径", petition.value());
            dispatch.write("判定说明", "反映的是小区供水。");
            dispatch.see(By.xpath("//*[contains(@class,'huiyin-saved')][starts-with(.,'已保存')]"));
            assertThat(dispatch.barriers(".task-card .form-actions")).isEmpty();
        }
    }
}
