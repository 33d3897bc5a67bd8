package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The handler marks his matter beside his form, the leader acknowledges, the head takes the mark back. */
@BrowserTest
class UrgentButtonTest {
    @LocalServerPort
    int port;

    @Test
    @DisplayName("第二十五条、R58 承办人在案卷里标为重大紧急，区领导签收，负责人撤销")
    void theHandlerMarksTheLeaderAcknowledgesTheHeadTakesItBack() {
        PetitionId petition =
                Life.ofALetter().withTheHandler().accepted().drafted().id();

        try (Tasklist head = Tasklist.of(port, "head")) {
            head.list("本组待签收");
            head.task("审签处理意见", petition.value());
            head.clickText("标为重大紧急");
            new Select(head.see(By.cssSelector("#huiyin-case select[aria-label='程度']")))
                    .selectByValue("MAJOR_AND_URGENT");
            new Select(head.see(By.cssSelector("#huiyin-case select[aria-label='情形']"))).selectByValue("CROWD");
            head.type(By.cssSelector("#huiyin-case input[aria-label='涉及人数']"), "300");
            head.type(By.cssSelector("#huiyin-case input[aria-label='地点']"), "望江小区");
            head.type(By.cssSelector("#huiyin-case textarea[aria-label='情况和理由']"), "停水三天，居民聚集");
            head.type(By.cssSelector("#huiyin-case textarea[aria-label='已采取的措施']"), "已派人到场送水");
            assertThat(head.barriers("#huiyin-case")).isEmpty();
            head.clickText("标记并立即报告");
            head.seeText("尚未签收");
        }

        try (Tasklist leader = Tasklist.of(port, "binjiangLeader")) {
            leader.list("重大紧急");
            leader.task("签收重大紧急信息报告", petition.value());
            leader.seeInPanel("停水三天，居民聚集");
            leader.write("处置要求", "立即组织送水。");
            leader.complete();
        }

        try (Tasklist head = Tasklist.of(port, "head")) {
            head.list("重大紧急");
            assertThat(head.read(By.cssSelector(".huiyin-card-urgent"))).isEqualTo("重大紧急");
            head.task("审签处理意见", petition.value());
            head.seeText("立即组织送水。");
            head.clickText("撤销重大紧急标记");
            head.type(By.cssSelector("#huiyin-case input[aria-label='请写明撤销的理由']"), "供水已经恢复");
            head.clickText("确认撤销");
            head.seeText("撤销。理由：供水已经恢复");
        }
    }
}
