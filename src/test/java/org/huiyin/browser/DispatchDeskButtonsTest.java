package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import org.huiyin.deadline.ClockKind;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Beside their forms: an organ asks for leave to push up, whoever assigned puts the date off. */
@BrowserTest
class DispatchDeskButtonsTest {
    @LocalServerPort
    int port;

    @Autowired
    Records records;

    @Test
    @DisplayName("R35 责任单位在案卷里报请，区领导在待办里决定，结果在案卷里")
    void theOrganAsksForLeaveAndTheSuperiorDecides() {
        PetitionId petition = aboutTheEstate();
        Desk.as("handler").claim(petition, "signIn");
        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("签收或提出异议", petition.value());
            handler.clickText("报请上级同意上交");
            new Select(handler.see(By.cssSelector("#huiyin-case select[aria-label='报请的上级机关']")))
                    .selectByValue("binjiangGovernment");
            handler.type(By.cssSelector("#huiyin-case textarea[aria-label='报请上交的理由']"), "涉及全市维修资金政策");
            assertThat(handler.barriers("#huiyin-case")).isEmpty();
            handler.clickText("提交");
            handler.seeText("等待上级决定");
        }

        try (Tasklist leader = Tasklist.of(port, "binjiangLeader")) {
            leader.list("本组待签收");
            leader.task("决定是否同意上交", petition.value());
            leader.claim();
            assertThat(leader.value("报请上交的理由")).isEqualTo("涉及全市维修资金政策");
            leader.mark("不同意");
            leader.write("决定理由", "你局可以办理。");
            leader.complete();
        }

        Desk.as("handler").complete(petition, "signIn", Typed.signIn("handler"));
        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("决定受理并告知", petition.value());
            handler.seeText("上级不同意。理由：你局可以办理。");
            assertThat(handler.panel()).doesNotContain("延长反馈期限", "报请上级同意上交");
        }
    }

    @Test
    @DisplayName("D11 交办机关审核报告时可以先延长反馈期限")
    void whoeverAssignedPutsTheDateOff() {
        PetitionId petition = Life.ofALetter().sorted().id();
        Desk.as("dispatch")
                .complete(
                        petition,
                        "forwardPetition",
                        with(
                                Typed.forwardTo("binjiangHousingBureau"),
                                "transferKind",
                                "ASSIGN",
                                "feedbackDue",
                                Petitions.day(20)));
        Desk.as("handler").complete(petition, "signIn", Typed.objection("binjiangUrbanManagement"));
        Desk.as("dispatch").claim(petition, "reviewObjection");
        try (Tasklist dispatcher = Tasklist.of(port, "dispatch")) {
            dispatcher.list("我的待办");
            dispatcher.task("核实异议", petition.value());
            dispatcher.clickText("延长反馈期限");
            typeDay(dispatcher, "延长后的反馈期限", 30);
            dispatcher.type(By.cssSelector("#huiyin-case textarea[aria-label='延长反馈期限的理由']"), "等待核实异议");
            dispatcher.clickText("同意延长");
            dispatcher
                    .await()
                    .until(page -> records.clock(petition, ClockKind.D11)
                            .rawDue()
                            .toString()
                            .equals(Petitions.day(30)));
        }
    }

    /** As chosen from the browser's calendar: how a day is typed depends on the language of the browser. */
    private static void typeDay(Tasklist tasklist, String label, int days) {
        By field = By.cssSelector("#huiyin-case input[aria-label='" + label + "']");
        tasklist.script("arguments[0].value = arguments[1]", tasklist.see(field), Petitions.day(days));
    }

    private static PetitionId aboutTheEstate() {
        return Life.ofALetter(with(
                        Typed.letter(),
                        "subject",
                        "城乡建设",
                        "title",
                        "物业管理混乱",
                        "content",
                        "小区物业管理混乱，请求查处。",
                        "place",
                        "滨江区柳堤街道"))
                .sorted()
                .forwarded()
                .id();
    }
}
