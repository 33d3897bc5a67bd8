package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The proposal stands in the forms, and the way back to the ordinary procedure beside them. */
@BrowserTest
class SimplifiedOnScreenTest {
    @LocalServerPort
    int port;

    @Test
    @DisplayName("R46 分流勾选拟适用，承办人决定适用、电话告知，再在案卷里转为普通程序")
    void itIsMarkedChosenAndLeftOnTheScreens() {
        PetitionId petition = Life.ofALetter().id();
        marked(petition);
        Life.of(petition).forwarded().signedIn();
        chosen(petition);
        left(petition);
    }

    private void marked(PetitionId petition) {
        try (Tasklist dispatcher = Tasklist.of(port, "dispatch")) {
            dispatcher.list("本组待签收");
            dispatcher.task("判定类别与途径", petition.value());
            dispatcher.claim();
            assertThat(dispatcher.value("简易程序建议")).contains("建议适用简易程序").contains("规则 dailyLife");
            assertThat(dispatcher.isMarked("拟适用简易程序")).isTrue();
            dispatcher.mark("建议意见（第二十九条）");
            dispatcher
                    .await()
                    .until(page -> dispatcher
                            .all(By.xpath("//label[contains(normalize-space(),'拟适用简易程序')]"))
                            .isEmpty());
            dispatcher.mark("申诉求决（第三十一条）");
            dispatcher.mark("（六）信访程序");
            dispatcher.complete();
        }
    }

    private void chosen(PetitionId petition) {
        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("决定受理并告知", petition.value());
            handler.seeText("简易程序（拟适用，由承办单位受理时决定）");
            handler.mark("受理");
            assertThat(handler.value("简易程序建议")).contains("分流时已标明拟适用简易程序");
            assertThat(handler.isMarked("简易程序")).isTrue();
            handler.mark("电话（仅限简易程序）");
            handler.complete();
        }
    }

    private void left(PetitionId petition) {
        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("简易答复", petition.value());
            handler.seeInPanel("办理程序", "简易程序");
            assertThat(handler.panel()).doesNotContain("拟适用，由承办单位");
            handler.clickText("转为普通程序");
            handler.type(
                    By.cssSelector("#huiyin-case .huiyin-procedure textarea, #huiyin-case .huiyin-procedure input"),
                    "涉及整栋管网改造，情况复杂");
            assertThat(handler.barriers("#huiyin-case")).isEmpty();
            handler.clickText("确认转为普通程序");

            handler.task("调查核实并拟写意见", petition.value());
            handler.seeInPanel("转为普通程序告知书", "涉及整栋管网改造，情况复杂");
            assertThat(handler.panel()).doesNotContain("确认转为普通程序");
        }
    }
}
