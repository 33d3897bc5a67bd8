package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.huiyin.review.Review;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The pictures of the handbook are taken from the screens. Beside each lie the words of its labels and buttons: when a screen
 * says something else, or cannot be reached any more, its picture is old. Then take them again, alone, so that no other test has
 * left anything in the lists: {@code mvn test -Dtest=HandbookPicturesTest -Dpictures=paint}.
 */
@BrowserTest
class HandbookPicturesTest {
    private static final Path HANDBOOK = Path.of("docs", "handbook");
    private static final Path FOLDER = HANDBOOK.resolve("pictures");
    private static final View TASK = View.of(".task-card, #huiyin-case");

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService models;

    @Autowired
    ApplicationContext context;

    @Autowired
    Review review;

    @Autowired
    Petitions petitions;

    /** Leads the way to what is to be seen. */
    private interface Scene {
        View show(Tasklist screen);
    }

    /**
     * Both by their selectors.
     *
     * @param words the parts whose words make the picture old when they change
     * @param frame the parts that are on the picture
     */
    private record View(String words, String frame) {
        static View of(String parts) {
            return new View(parts, parts);
        }
    }

    @TestFactory
    @DisplayName("手册的图片和现在的界面一致")
    Stream<DynamicTest> theHandbookShowsTheScreensAsTheyAre() {
        return scenes().entrySet().stream()
                .map(scene -> DynamicTest.dynamicTest(scene.getKey(), () -> compare(scene.getKey(), scene.getValue())));
    }

    @Test
    void everyPictureIsShownOnAPageAndTakenByAScene() throws IOException {
        List<String> pictures;
        try (Stream<Path> files = Files.list(FOLDER)) {
            pictures = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".png"))
                    .map(name -> name.replace(".png", ""))
                    .toList();
        }

        assertThat(pictures).containsExactlyInAnyOrderElementsOf(scenes().keySet());
        assertThat(pictures).allSatisfy(name -> assertThat(handbook()).contains("](pictures/" + name + ".png)"));
    }

    private Map<String, Scene> scenes() {
        Map<String, Scene> scenes = new LinkedHashMap<>();
        scenes.put("registrar", this::aLetterIsRegistered);
        scenes.put("dispatcher", this::aMatterIsSorted);
        scenes.put("next-matter", this::theNextMatterIsTaken);
        scenes.put("handler", this::anOpinionIsDrafted);
        scenes.put("head", this::anOpinionIsSigned);
        scenes.put("reviewer", this::aReviewIsDecided);
        scenes.put("sealed", this::anAccusationIsPassedOn);
        scenes.put("board", this::theBoard);
        scenes.put("lamps", this::theLampsOfTheCity);
        scenes.put("petitioner", this::thePetitionerLooks);
        scenes.put("rules", this::theRules);
        scenes.put("operator", this::theProcesses);
        scenes.put("administrator", this::theAccounts);
        return scenes;
    }

    private void compare(String name, Scene scene) throws IOException {
        Path picture = FOLDER.resolve(name + ".png");
        Path words = FOLDER.resolve(name + ".txt");
        ClockUtil.reset();
        try (Tasklist screen = new Tasklist(port, Chromium.take(1366, 1000))) {
            Activity.watch(screen);
            View view = scene.show(screen);
            Activity.words(screen); // sections of a case file come one after the other
            String now = labels(screen, view.words());
            if ("paint".equals(System.getProperty("pictures"))) {
                Picture.take(screen, view.frame(), picture);
                Files.writeString(words, now);
            }
            assertThat(now)
                    .as("%s shows an older screen: mvn test -Dtest=HandbookPicturesTest -Dpictures=paint", picture)
                    .isEqualTo(Files.readString(words));
        }
        assertThat(picture).exists();
    }

    /** What a screen calls its fields, parts and buttons, without the numbers of the day. */
    private static String labels(Screen screen, String within) {
        Object said = screen.script("""
                const parts = 'h1, h2, h3, label, button, summary, th, .nav-tabs a, .fjs-form-field-label';
                return [...document.querySelectorAll(arguments[0])]
                    .flatMap((part) => [part, ...part.querySelectorAll(parts)])
                    .filter((part) => part.matches(parts))
                    .filter((part) => part.checkVisibility() && !part.closest('.huiyin-candidates, .huiyin-journal'))
                    .map((part) => part.textContent.replace(/\\d+/g, '#').replace(/\\s+/g, ' ').trim())
                    .filter((words) => words)
                    .join('\\n') + '\\n';
                """, within);
        return String.valueOf(said);
    }

    private View aLetterIsRegistered(Tasklist screen) {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        open(screen, "intake", "我的待办", "登记来信", letter);
        screen.write("标题", "柳树巷路灯不亮");
        screen.write("内容", "柳树巷的三盏路灯已经坏了一个月，晚上行人看不清路，请尽快修复。");
        return TASK;
    }

    private View aMatterIsSorted(Tasklist screen) {
        PetitionId letter = Life.ofALetter().id();
        Desk.as("dispatch").claim(letter, "decideClass");
        return open(screen, "dispatch", "我的待办", "判定类别与途径", letter);
    }

    private View theNextMatterIsTaken(Tasklist screen) {
        Life.ofALetter().sorted().forwardedTo("qingpingQiaotouTown");
        enter(screen, "tasklist", "qingpingQiaotouHandler");
        screen.clickText("取下一件");
        screen.see(By.id("huiyin-next"));
        screen.shown("签收或提出异议");
        return new View("#huiyin-next", ".column-center, .column-right");
    }

    private View anOpinionIsDrafted(Tasklist screen) {
        PetitionId letter = Life.ofALetter().withTheHandler().accepted().id();
        return open(screen, "handler", "我的待办", "调查核实并拟写意见", letter);
    }

    private View anOpinionIsSigned(Tasklist screen) {
        PetitionId letter =
                Life.ofALetter().withTheHandler().accepted().drafted().id();
        Desk.as("head").claim(letter, "signOpinion");
        return open(screen, "head", "我的待办", "审签处理意见", letter);
    }

    private View aReviewIsDecided(Tasklist screen) {
        PetitionId letter = Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted()
                .signed()
                .sent("POST")
                .received()
                .id();
        review.requestReview(letter, petitions.queryCode(letter), "意见没有回应主要问题，请求重新核实。");
        Desk.as("reviewer").claim(letter, "decideReview");
        return open(screen, "reviewer", "我的待办", "作出复查意见", letter);
    }

    private View anAccusationIsPassedOn(Tasklist screen) {
        PetitionId letter = Life.ofALetter().id();
        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        Desk.as("sealed").claim(letter, "transferAccusation");
        return open(screen, "sealed", "我的待办", "转送纪检监察机关", letter);
    }

    private View theBoard(Tasklist screen) {
        aCityWithEveryLamp();
        enter(screen, "cockpit", "supervise");
        narrow(screen);
        screen.script("location.hash = '#/board'");
        screen.see(By.cssSelector(".board-tiles li"));
        screen.see(By.cssSelector(".board-chart canvas"));
        return new View(".board h1, .board h2", ".huiyin-board-page");
    }

    private void aCityWithEveryLamp() {
        List<PetitionId> letters = new ArrayList<>();
        for (String day : List.of("2026-04-07", "2026-05-19", "2026-05-20", "2026-05-27")) {
            Time.is(day);
            letters.add(Life.ofALetter().id());
            letters.add(Life.ofALetter().withTheHandler().id());
            letters.add(Life.ofALetter()
                    .sorted()
                    .forwardedTo("qingpingHousingBureau")
                    .id());
        }
        letters.add(Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted()
                .signed()
                .sent("POST")
                .id());
        Time.is("2026-06-03");
        letters.forEach(letter -> Jobs.of(context, letter).runDue());
    }

    private View theLampsOfTheCity(Tasklist screen) {
        aCityWithEveryLamp();
        enter(screen, "cockpit", "supervise");
        String watch = models.createProcessDefinitionQuery()
                .processDefinitionKey("deadlineWatch")
                .latestVersion()
                .singleResult()
                .getId();
        screen.script("location.hash = '#/process-definition/' + arguments[0] + '/runtime'", watch);
        screen.see(By.cssSelector(".djs-container .djs-shape"));
        screen.see(By.cssSelector(".djs-overlays .badge"));
        screen.see(By.cssSelector("table tbody tr"));
        return new View(".nav-tabs", ".ctn-content, .process-definition");
    }

    private View thePetitionerLooks(Tasklist screen) {
        PetitionId letter = Life.ofALetter().withTheHandler().accepted().id();
        screen.open("/progress");
        screen.type(By.id("number"), letter.value());
        screen.type(By.id("queryCode"), petitions.queryCode(letter));
        screen.clickText("查询");
        screen.seeText("滨江区住房和城乡建设局");
        return View.of("main");
    }

    private View theRules(Tasklist screen) {
        enter(screen, "welcome", "analyst");
        narrow(screen);
        screen.open("/camunda/rules#calendar");
        screen.see(By.cssSelector("#calendar table tbody tr"));
        return View.of("main");
    }

    private View theProcesses(Tasklist screen) {
        enter(screen, "cockpit", "operator");
        narrow(screen);
        screen.script("location.hash = '#/processes'");
        screen.seeText("信访事项总流程");
        return View.of(".processes-dashboard");
    }

    private View theAccounts(Tasklist screen) {
        enter(screen, "admin", "admin");
        narrow(screen);
        screen.script("location.hash = '#/users'");
        screen.see(By.cssSelector("table tbody tr"));
        return View.of("main, .ctn-main");
    }

    private static View open(Tasklist screen, String officer, String list, String task, PetitionId petition) {
        enter(screen, "tasklist", officer);
        screen.list(list);
        screen.task(task, petition.value());
        return TASK;
    }

    private static void enter(Tasklist screen, String app, String officer) {
        screen.enter(app, officer);
        screen.open("/camunda/app/" + app + "/default/");
        screen.see(By.cssSelector(".navbar, [cam-widget-header]"));
    }

    /** So that the words of a page that fits any width can be read beside the handbook's text. */
    private static void narrow(Screen screen) {
        screen.driver().manage().window().setSize(new Dimension(1000, 900));
    }

    private static String handbook() throws IOException {
        StringBuilder pages = new StringBuilder();
        try (Stream<Path> files = Files.list(HANDBOOK)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                pages.append(Files.readString(page));
            }
        }
        return pages.toString();
    }
}
