package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.PetitionState;
import org.huiyin.kernel.PetitionId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class JourneyTest {
    private static final By TITLE = By.cssSelector("#huiyin-case h3");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile cases;

    @Test
    @DisplayName("一封来信：登记、判定、转送、签收、受理、拟写、审签、送出、送达，信访人凭查询码评价")
    void aLetterTravelsThroughItsOfficesAndComesBackEvaluated() {
        Receipt receipt = registered();
        String number = receipt.number();
        sorted(number);
        signedInAndDrafted(number);
        signed(number);
        delivered(number);
        evaluated(receipt);

        assertThat(cases.get(new PetitionId(number)).state()).isEqualTo(PetitionState.ANSWERED);
    }

    /** What the registrar hands to the petitioner. */
    private record Receipt(String number, String queryCode) {}

    private Receipt registered() {
        try (Tasklist intake = Tasklist.atItsDoor(port)) {
            intake.logIn("intake");
            intake.receive("来信");
            String number = intake.task("登记来信");
            intake.seeInPanel("登记中", "江城市信访局");

            intake.write("姓名或名称", "周明远");
            intake.write("联系地址", "江城市滨江区柳树巷8号");
            intake.write("标题", "柳树巷路灯不亮");
            intake.send();
            intake.seeText("此项必填。");
            assertThat(intake.all(By.cssSelector(".fjs-form-field-error")))
                    .extracting(error -> error.getText())
                    .containsExactly("此项必填。");

            intake.write("内容", "柳树巷的三盏路灯已经坏了一个月，晚上行人看不清路，请尽快修复。");
            assertThat(intake.script("return localStorage.getItem('camunda-form:x')"))
                    .isNull();
            assertThat(drafts(intake)).isEmpty();
            intake.complete();
            assertThat(drafts(intake)).isEmpty();
            return new Receipt(number, queryCode(intake));
        }
    }

    /** The file stays open after the registration, so that the receipt can be printed. */
    private static String queryCode(Tasklist intake) {
        intake.clickText("生成登记凭证和新查询码");
        String receipt = intake.see(By.partialLinkText("打开登记凭证")).getDomProperty("href");
        intake.driver().get(String.valueOf(receipt));
        return intake.read(By.cssSelector(".code"));
    }

    private void sorted(String number) {
        try (Tasklist dispatch = Tasklist.of(port, "dispatch")) {
            dispatch.list("本组待签收");
            dispatch.task("判定类别与途径", number);
            assertThat(dispatch.read(TITLE)).isEqualTo("柳树巷路灯不亮");
            dispatch.seeInPanel("周**");
            assertThat(dispatch.panel()).doesNotContain("周明远");
            dispatch.claim();
            dispatch.mark("申诉求决（第三十一条）");
            dispatch.mark("（六）信访程序");
            dispatch.complete();

            dispatch.task("转送有权处理机关", number);
            dispatch.claim();
            dispatch.find("转送单位", "滨江区城", "滨江区城市管理局");
            dispatch.write("转送理由", "路灯维护属于其职权范围。");
            dispatch.complete();
        }
    }

    private void signedInAndDrafted(String number) {
        try (Tasklist handler = Tasklist.of(port, "binjiangUrbanManagementHandler")) {
            handler.list("本组待签收");
            handler.task("签收或提出异议", number);
            handler.claim();
            handler.mark("签收");
            handler.choose("承办人", "邢立新");
            handler.complete();

            handler.list("我的待办");
            handler.task("决定受理并告知", number);
            handler.mark("受理");
            handler.mark("普通程序");
            handler.mark("邮寄");
            handler.complete();

            handler.task("调查核实并拟写意见", number);
            handler.write("信访请求", "修复柳树巷三盏路灯。");
            handler.write("查明的事实和理由", "经现场核查，三盏路灯线路老化，确已熄灭。");
            handler.mark("请求事实清楚，符合规定，予以支持");
            handler.write("处理意见", "十日内更换线路，恢复照明。");
            handler.write("法律法规依据", "《城市照明管理规定》第二十条。");
            handler.complete();
        }
    }

    private void signed(String number) {
        try (Tasklist head = Tasklist.of(port, "binjiangUrbanManagementHead")) {
            head.list("本组待签收");
            head.task("审签处理意见", number);
            head.claim();
            head.mark("签发");
            head.complete();
        }
    }

    private void delivered(String number) {
        try (Tasklist handler = Tasklist.of(port, "binjiangUrbanManagementHandler")) {
            handler.list("我的待办");
            handler.task("送出处理意见书", number);
            handler.seeInPanel("信访处理意见书");
            handler.choose("送达方式", "邮寄");
            handler.complete();

            handler.task("登记送达回执", number);
            handler.choose("送达结果", "签收");
            handler.write("收到日期", Tasklist.today());
            handler.complete();
        }
    }

    private void evaluated(Receipt receipt) {
        try (Screen phone = new Screen(port, Chromium.take(500, 844))) {
            phone.open("/progress");
            phone.type(By.id("number"), receipt.number());
            phone.type(By.id("queryCode"), receipt.queryCode());
            phone.clickText("查询");
            phone.seeText("信访处理意见书");
            phone.seeText("滨江区城市管理局");

            phone.click(By.cssSelector("label[for='officeRating-SATISFIED']"));
            phone.click(By.cssSelector("label[for='organRating-SATISFIED']"));
            phone.clickText("提交评价");
            phone.seeText("谢谢您的评价。");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> drafts(Screen screen) {
        Object keys = screen.script("return Object.keys(localStorage).filter(key => key.includes('orm:'))");
        return keys == null ? List.of() : (List<String>) keys;
    }
}
