package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.kernel.PetitionId;
import org.huiyin.review.Review;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@BrowserTest
@DisplayName("R24 市督查员在流程图上看办理经过：正在运行的和已经结束的")
class TrailOnScreenTest {
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    @LocalServerPort
    int port;

    @Autowired
    Review review;

    @Autowired
    Petitions petitions;

    @Autowired
    ApplicationContext context;

    @Test
    @DisplayName("正在运行：走过的有记号，停着的有记号；点行标图，点图标行，键盘也行")
    void aRunningInstanceIsMarkedAndLeadsBothWays() {
        PetitionId id = Life.ofALetter().withTheHandler().accepted().drafted().id();
        try (Tasklist screen = supervisor()) {
            screen.open(COCKPIT + "#/process-instance/" + instance(id, "办理答复") + "/runtime?tab=huiyin-case-tab");

            assertThat(screen.read(badge("决定受理并告知"))).isEqualTo("✓");
            assertThat(screen.read(badge("审签处理意见"))).isEqualTo("▶");
            assertThat(screen.all(badge("登记送达回执"))).isEmpty();
            screen.see(By.cssSelector("g[data-element-id='isAccepted_yes'].trail-taken"));
            assertThat(screen.all(By.cssSelector("g[data-element-id='isAccepted_no'].trail-taken")))
                    .isEmpty();
            assertThat(screen.read(By.cssSelector("tr[data-element='decideAcceptance']")))
                    .contains("办理", "✓ 已完成", "滨江区住房和城乡建设局");
            assertThat(screen.barriers(".huiyin-case-tab")).isEmpty();

            screen.click(By.cssSelector("tr[data-element='draftOpinion'] button"));
            screen.see(By.cssSelector("g[data-element-id='draftOpinion'].trail-chosen"));
            screen.seeText("已标出“调查核实并拟写意见”，共1次。");

            chooseOnTheDiagram(screen, "decideAcceptance");
            assertThat(screen.all(By.cssSelector("g[data-element-id='draftOpinion'].trail-chosen")))
                    .isEmpty();

            WebElement sign = screen.see(badge("审签处理意见"));
            screen.script("arguments[0].focus()", sign);
            sign.sendKeys(Keys.ENTER);
            screen.see(By.cssSelector("tr[data-element='signOpinion'].trail-chosen-row"));
            WebElement row = screen.driver().switchTo().activeElement();
            assertThat(row.getText()).isEqualTo("审签处理意见");
            assertThat(row.getDomAttribute("aria-pressed")).isEqualTo("true");
            row.sendKeys(Keys.chord(Keys.SHIFT, Keys.TAB), Keys.ENTER);
            screen.see(By.cssSelector("g[data-element-id='draftOpinion'].trail-chosen"));
        }
    }

    /** The click is handed to the step itself: where the drawing has been moved to, it may lie outside of its frame. */
    private static void chooseOnTheDiagram(Screen screen, String step) {
        WebElement shape = screen.see(By.cssSelector("g.djs-shape[data-element-id='" + step + "'] .djs-hit"));
        screen.script("arguments[0].dispatchEvent(new MouseEvent('click', { bubbles: true, button: 0 }))", shape);
        screen.see(By.cssSelector("tr[data-element='" + step + "'].trail-chosen-row"));
    }

    @Test
    @DisplayName("换一个流程，上一个的记号不留在图上")
    void marksDoNotStayBehind() {
        PetitionId far = Life.ofALetter().withTheHandler().accepted().drafted().id();
        PetitionId near = Life.ofALetter().withTheHandler().id();
        try (Tasklist screen = supervisor()) {
            screen.open(COCKPIT + "#/process-instance/" + instance(far, "办理答复") + "/runtime");
            screen.see(badge("审签处理意见"));

            screen.script("location.hash = '#/process-instance/' + arguments[0] + '/runtime'", instance(near, "办理答复"));

            screen.await()
                    .until(page -> screen.all(badge("审签处理意见")).isEmpty()
                            && !screen.all(badge("决定受理并告知")).isEmpty());
            assertThat(screen.read(badge("决定受理并告知"))).isEqualTo("▶");
        }
    }

    @Test
    @DisplayName("已经结束：从看板的案卷打开，图上有记号，重新载入还在，带复查")
    void anEndedInstanceIsOpenedOnItsDiagram() {
        PetitionId id = ended();
        try (Tasklist screen = supervisor()) {
            screen.open(COCKPIT + "#/matter/" + id + "/" + instance(id, "信访事项总流程"));
            assertThat(screen.read(badge("复查申请与复查"))).isEqualTo("✓");
            assertThat(screen.read(badge("信访事项已办结"))).isEqualTo("✓");
            screen.see(By.cssSelector("g[data-element-id='answerGiven_petitionReview'].trail-taken"));
            assertThat(screen.barriers(".trail-page")).isEmpty();

            screen.driver().navigate().refresh();
            screen.see(badge("复查申请与复查"));
            screen.click(By.linkText("打开“复查申请与复查”的流程图"));
            assertThat(screen.read(badge("作出复查意见"))).isEqualTo("✓");
            screen.seeText("复查申请与复查（第");
            assertThat(screen.read(By.cssSelector("tr[data-element='awaitReviewRequest']")))
                    .contains("信访人");
            screen.click(By.cssSelector("tr[data-element='decideReview'] button"));
            screen.see(By.cssSelector("g[data-element-id='decideReview'].trail-chosen"));
            screen.seeText("作出复查意见");
            assertThat(screen.read(By.cssSelector(".board-journal"))).contains("办结");
        }
    }

    @Test
    @DisplayName("看板：案卷里列出全部流程，正在运行的和已经结束的都点得开")
    void theCaseOnTheBoardListsItsInstances() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        try (Tasklist screen = supervisor()) {
            screen.open(COCKPIT + "#/board");
            screen.click(By.cssSelector("button[aria-label^='滨江区住房和城乡建设局，在办']"));
            BoardPageTest.listed(screen, By.cssSelector("button[aria-label='案卷 " + id + "']"));
            screen.click(By.cssSelector("button[aria-label='案卷 " + id + "']"));
            screen.see(By.cssSelector(".board-case .trail-instances"));
            assertThat(screen.all(By.cssSelector(".board-case .trail-instances a")).stream()
                            .map(WebElement::getText))
                    .containsExactly("信访事项总流程", "登记受理", "分流转办", "办理答复");
            assertThat(screen.barriers(".board-case")).isEmpty();

            screen.clickText("登记受理");
            assertThat(screen.read(badge("判定类别与途径"))).isEqualTo("✓");
            assertThat(screen.driver().getCurrentUrl()).contains("#/matter/" + id + "/");
        }
    }

    @Test
    @DisplayName("没有留下运行记录的：说明，并仍有案卷")
    void whereNothingIsLeftTheCaseFileIsStillThere() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        try (Tasklist screen = supervisor()) {
            screen.open(COCKPIT + "#/matter/" + id + "/00000000-0000-0000-0000-000000000000");
            screen.seeText("没有找到这个流程的运行记录");
            assertThat(screen.read(By.cssSelector(".board-journal"))).contains("签收");
            assertThat(screen.all(By.cssSelector(".trail-diagram"))).isEmpty();
        }
    }

    private Tasklist supervisor() {
        Tasklist screen = new Tasklist(port, Chromium.take());
        screen.enter("cockpit", "supervise");
        return screen;
    }

    private PetitionId ended() {
        Time.is("2026-03-02");
        PetitionId id = Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted()
                .signed()
                .sent("POST")
                .received()
                .id();
        review.requestReview(id, petitions.queryCode(id), "意见没有回应主要问题，请求重新核实。");
        Life.of(id).reviewed();
        Time.is("2026-07-01");
        Jobs.of(context, id).runDue();
        return id;
    }

    private String instance(PetitionId id, String model) {
        return WebSession.of(port, "supervise")
                .get("/camunda/api/huiyin/petitions/" + id + "/instances")
                .json()
                .valueStream()
                .filter(line -> line.path("model").asText().equals(model))
                .map(line -> line.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static By badge(String step) {
        return By.cssSelector(".djs-overlays button[aria-label^='" + step + "：']");
    }
}
