package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One click gives the most urgent matter and says why; a matter that is taken away is said to be gone. */
@BrowserTest
class NextMatterButtonTest {
    private static final String ORGAN = "nanduUrbanManagement";
    private static final String OFFICER = "nanduUrbanManagementHandler";
    private static final By BOX = By.id("huiyin-next");

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    EngineGateway engine;

    @Test
    @DisplayName("点“取下一件”：领取并打开最急的一件，写明为什么；没有时也写明")
    void oneClickTakesOpensAndExplains() {
        PetitionId petition = Life.ofALetter().sorted().forwardedTo(ORGAN).id();
        try (Tasklist officer = Tasklist.of(port, OFFICER)) {
            officer.clickText("取下一件");

            assertThat(officer.read(BOX)).contains("已为您领取：签收或提出异议", "为什么是这一件", "合计");
            String shown = officer.shown("签收或提出异议");
            assertThat(officer.barriers("#huiyin-next")).isEmpty();
            assertThat(officer.read(BOX)).contains(shown);
            assertThat(officer.all(By.cssSelector("button.claim"))).noneMatch(WebElement::isDisplayed);
            assertThat(Desk.as(OFFICER).task(petition, "signIn").getAssignee()).isEqualTo(OFFICER);

            officer.clickText("知道了");
            officer.gone(BOX);
            officer.list("本组待签收");
            officer.clickText("取下一件");
            assertThat(officer.read(BOX)).contains("本组没有待签收的事项");
        }
    }

    @Test
    @DisplayName("办完一步，本件的下一步还归本组的，一次点击领取并打开")
    void whoeverHasDoneOneStepIsOfferedTheNext() {
        PetitionId petition = Life.ofALetter().id();
        try (Tasklist dispatch = Tasklist.of(port, "dispatch")) {
            dispatch.openTask(Desk.as("dispatch").task(petition, "decideClass").getId(), "判定类别与途径");
            dispatch.claim();
            dispatch.mark("申诉求决（第三十一条）");
            dispatch.mark("（六）信访程序");
            dispatch.complete();

            assertThat(dispatch.read(BOX)).contains("本件下一步：转送有权处理机关", petition.value());
            assertThat(dispatch.barriers("#huiyin-next")).isEmpty();
            dispatch.clickText("领取并打开");
            assertThat(dispatch.shown("转送有权处理机关")).isEqualTo(petition.value());
            dispatch.gone(BOX);
            assertThat(Desk.as("dispatch").task(petition, "forwardPetition").getAssignee())
                    .isEqualTo("dispatch");

            dispatch.find("转送单位", "南渡区住房", "南渡区住房和城乡建设局");
        }
    }

    @Test
    @DisplayName("启动登记后，登记任务自动打开")
    void aRegistrationThatWasBegunOpensByItself() {
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.receive("来信");

            assertThat(intake.shown("登记来信")).isNotBlank();
        }
    }

    @Test
    @DisplayName("卡片写明编号、标题、信访人（遮住）、地点、灯、到期日、承办人")
    void aCardSaysWhatTheMatterIsAndWhoHasIt() {
        PetitionId petition = Life.ofALetter().sorted().forwardedTo(ORGAN).id();
        Desk.as(OFFICER).claim(petition, "signIn");
        try (Tasklist officer = Tasklist.of(port, OFFICER)) {
            officer.list("我的待办");
            String card = officer.read(
                    By.xpath("//*[contains(@class,'huiyin-card')][*[contains(@class,'huiyin-card-number')][.='"
                            + petition + "']]"));

            assertThat(card).contains(petition.value(), "供水", "**", "绿", "到期", "还有", "房建平");
            assertThat(officer.barriers(".huiyin-card")).isEmpty();
        }
    }

    @Test
    @DisplayName("表单开着时待办被转走：当场说清楚，填写的内容还能抄录")
    void aTaskTakenAwayIsSaidToBeGoneAndWhatWasTypedIsShown() {
        PetitionId petition = Life.ofALetter().withTheHandler().accepted().id();
        String task = Desk.as("handler").task(petition, "draftOpinion").getId();
        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("调查核实并拟写意见", petition.value());
            handler.write("查明的事实和理由", "现场查看，阀门已经锈死。");
            handler.seeText("已保存");

            engine.asSystem(() -> tasks.setAssignee(task, "binjiangHousingHandlerTwo"));
            handler.write("处理意见", "十日内更换阀门。");

            By gone = By.cssSelector("dialog.huiyin-gone");
            assertThat(handler.read(gone)).contains("这项待办已不在您手里", "没有提交");
            assertThat(handler.see(By.cssSelector("dialog.huiyin-gone textarea"))
                            .getDomProperty("value"))
                    .contains("【查明的事实和理由】现场查看，阀门已经锈死。", "【处理意见】十日内更换阀门。");
            assertThat(handler.barriers("dialog.huiyin-gone")).isEmpty();
            handler.clickText("知道了，刷新列表");
            handler.gone(gone);
            handler.see(By.cssSelector(".task-filters .item"));
            assertThat(handler.all(By.cssSelector(".task-card .fjs-container"))).isEmpty();
            assertThat(handler.script("return Object.values(localStorage).concat(Object.values(sessionStorage)).join()")
                            .toString())
                    .doesNotContain("阀门");
        }
    }

    @Test
    void whoeverCompletesHisOwnTaskIsToldOfNoLoss() {
        PetitionId petition = Life.ofALetter().sorted().forwardedTo(ORGAN).id();
        Desk.as(OFFICER).claim(petition, "signIn");
        try (Tasklist officer = Tasklist.of(port, OFFICER)) {
            officer.list("我的待办");
            officer.task("签收或提出异议", petition.value());
            officer.mark("签收");
            officer.choose("承办人", "房建平");
            officer.complete();

            List<WebElement> dialogs = officer.all(By.cssSelector("dialog.huiyin-gone"));
            assertThat(dialogs).isEmpty();
        }
    }
}
