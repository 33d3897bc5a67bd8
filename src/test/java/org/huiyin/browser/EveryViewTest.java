package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Opens every view once as each of those who use it. None shows the key of a word that is missing or a word of the engine's
 * English, logs an error, or asks for something that is not there or not his.
 */
@BrowserTest
@DisplayName("每个岗位能打开的每个页面：没有未翻译的词，没有脚本错误，没有失败的请求")
class EveryViewTest {
    private static final Pattern RAW_KEY = Pattern.compile("\\b(?!SPRING_|HUIYIN_)[A-Z]{2,}(?:_[A-Z0-9]+)+\\b");

    /** Proper names, which are the same in Chinese. */
    private static final Set<String> NAMES = Set.of("Camunda Platform", "Camunda");

    private static final List<String> LISTS = List.of("我的待办", "本组待签收", "重大紧急", "即将到期", "已超期");
    private static final List<String> COCKPIT =
            List.of("dashboard", "board", "processes", "decisions", "tasks", "repository", "batch");
    private static final List<String> ADMIN = List.of(
            "",
            "users",
            "users/handler?tab=profile",
            "users/handler?tab=groups",
            "user-create",
            "groups",
            "groups/intake?tab=information",
            "group-create",
            "tenants",
            "authorization?resource=0",
            "authorization?resource=5",
            "system?section=system-settings-general",
            "system?section=system-settings-metrics",
            "system?section=diagnostics-system-settings");

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    private final Set<String> english = english();
    private final List<String> faults = new ArrayList<>();

    /** One officer for each role of the demo city, with the step he has in hand. */
    private enum Reader {
        INTAKE("登记来信", "tasklist"),
        DISPATCH("判定类别与途径", "tasklist"),
        HANDLER("调查核实并拟写意见", "tasklist"),
        HEAD("审签处理意见", "tasklist"),
        REVIEWER("", "tasklist"),
        SEALED("", "tasklist"),
        SUPERVISE("", "tasklist", "cockpit"),
        LEADER("", "tasklist", "cockpit"),
        ANALYST("", "cockpit"),
        OPERATOR("", "cockpit"),
        ADMIN("", "cockpit", "admin");

        private final String step;
        private final String doors;

        Reader(String step, String... doors) {
            this.step = step;
            this.doors = String.join(" ", doors);
        }

        String firstDoor() {
            return doors.split(" ", 2)[0];
        }

        String officer() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        boolean enters(String door) {
            return doors.contains(door);
        }
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void everyRoleReadsChineseAndIsRefusedNothingItIsLedTo(Reader reader) {
        PetitionId petition = atTheStepOf(reader);
        try (Tasklist screen = new Tasklist(port, Chromium.take())) {
            Activity.watch(screen);
            screen.enter(reader.firstDoor(), reader.officer());
            open(screen, "/camunda/app/welcome/default/");
            ourPages(screen, reader);
            if (reader.enters("tasklist")) {
                tasklist(screen, reader, petition);
            }
            if (reader.enters("cockpit")) {
                cockpit(screen, reader, petition);
            }
            if (reader.enters("admin")) {
                visit(screen, "admin", ADMIN);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whoIsNotLoggedInReadsChinese() {
        try (Screen screen = new Screen(port)) {
            Activity.watch(screen);
            Stream.of("/", "/progress", "/camunda/board", "/camunda/app/tasklist/default/")
                    .forEach(page -> open(screen, page));
            screen.open("/handbook");
            List<String> handbook = screen.all(By.cssSelector(".book nav a")).stream()
                    .map(link -> String.valueOf(link.getDomAttribute("href")))
                    .toList();
            assertThat(handbook).hasSizeGreaterThan(10);
            handbook.forEach(page -> open(screen, page));
        }
        // the webapps ask who is logged in, and our pages whether somebody is
        assertThat(faults)
                .filteredOn(fault -> !fault.contains("/auth/user/default - ") && !fault.contains("status of 401"))
                .isEmpty();
    }

    private PetitionId atTheStepOf(Reader reader) {
        return switch (reader) {
            case INTAKE -> Desk.as("intake").receive(Channel.LETTER);
            case DISPATCH -> Life.ofALetter().id();
            case HEAD -> Life.ofALetter().withTheHandler().accepted().drafted().id();
            default -> Life.ofALetter().withTheHandler().accepted().id();
        };
    }

    private void ourPages(Screen screen, Reader reader) {
        for (String page : List.of("ledger", "rules", "relations", "workload")) {
            open(screen, "/camunda/" + page);
        }
        if (Set.of(Reader.SUPERVISE, Reader.LEADER, Reader.ANALYST).contains(reader)) {
            open(screen, "/camunda/board");
        }
    }

    /** What is the same for all is looked at as one of them. */
    private void tasklist(Tasklist screen, Reader reader, PetitionId petition) {
        boolean whole = reader == Reader.HANDLER;
        screen.open("/camunda/app/tasklist/default/");
        for (String list : whole ? LISTS : LISTS.subList(0, 2)) {
            screen.list(list);
            look(screen, "tasklist " + list);
        }
        if (!reader.step.isEmpty()) {
            screen.task(reader.step, petition.value());
            for (String tab : whole ? List.of("流程图", "说明", "表单") : List.of("表单")) {
                screen.click(By.xpath("//*[contains(@class,'task-details')]//a[normalize-space()='" + tab + "']"));
                look(screen, "tasklist " + tab);
            }
        }
        if (whole) {
            screen.clickText("键盘快捷键");
            look(screen, "tasklist shortcuts");
        }
        if (reader == Reader.INTAKE) {
            screen.click(By.partialLinkText("启动流程"));
            screen.see(By.cssSelector("ul.processes a"));
            look(screen, "tasklist start");
        }
    }

    private void cockpit(Screen screen, Reader reader, PetitionId petition) {
        visit(screen, "cockpit", COCKPIT);
        visit(
                screen,
                "cockpit",
                List.of(
                        "process-definition/" + definition("petitionHandling") + "/runtime",
                        "process-definition/" + definition("deadlineWatch") + "/runtime"));
        if (reader != Reader.ANALYST) {
            visit(screen, "cockpit", List.of("process-instance/" + instance(petition) + "/runtime"));
            for (String tab : List.of("作业", "案卷和办理经过")) {
                screen.all(By.xpath("//*[contains(@class,'nav-tabs')]//a[normalize-space()='" + tab + "']"))
                        .forEach(org.openqa.selenium.WebElement::click);
                look(screen, "cockpit " + tab);
            }
            visit(screen, "cockpit", List.of("matter/" + petition + "/" + instance(petition)));
        }
    }

    private void visit(Screen screen, String app, List<String> views) {
        screen.open("/camunda/app/" + app + "/default/");
        for (String view : views) {
            screen.script("location.hash = '#/' + arguments[0]", view);
            look(screen, app + " " + view);
        }
    }

    private void open(Screen screen, String page) {
        screen.open(page);
        look(screen, page);
    }

    private void look(Screen screen, String view) {
        String text = Activity.words(screen);
        RAW_KEY.matcher(text).results().forEach(key -> faults.add(view + ": raw key " + key.group()));
        text.lines()
                .map(String::strip)
                .filter(line -> english.contains(line) && !NAMES.contains(line))
                .forEach(line -> faults.add(view + ": English " + line));
        screen.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .forEach(entry -> faults.add(view + ": " + entry.getMessage()));
    }

    private String definition(String key) {
        return models.createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String instance(PetitionId petition) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(petition.value())
                .processDefinitionKey("petitionLifecycle")
                .singleResult()
                .getId();
    }

    /** Every word that the engine itself would show, but for abbreviations. */
    private static Set<String> english() {
        Set<String> words = new HashSet<>();
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            String file = "/META-INF/resources/webjars/camunda/app/" + app + "/locales/en.json";
            try (InputStream stream = Objects.requireNonNull(EveryViewTest.class.getResourceAsStream(file))) {
                collect(new JsonMapper().readTree(stream).path("labels"), words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return words;
    }

    private static void collect(JsonNode node, Set<String> words) {
        Optional.of(node.asText().strip())
                .filter(text -> text.matches(".*[A-Za-z]{3,}.*") && !text.matches("[A-Z]{2,5}"))
                .ifPresent(words::add);
        node.forEach(child -> collect(child, words));
    }
}
