package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("再次打开待办、监督：我们的脚本一个也不再取")
class FewRequestsTest {
    @LocalServerPort
    int port;

    @Test
    void tasklistOpenedAgainFetchesNoScriptOfOurs() {
        try (Tasklist tasklist = Tasklist.of(port, "handler")) {
            tasklist.open("/camunda/app/tasklist/default/");
            tasklist.see(By.cssSelector(".task-filters .item"));
            tasklist.see(By.cssSelector(".huiyin-next-button"));

            assertThat(fetched(tasklist, "tasklist")).containsExactly("/camunda/app/tasklist/scripts/config.js");
            assertThat(kept(tasklist)).contains("/camunda/lib/deps.js").anyMatch(file -> file.contains("scripts/all-"));
            assertThat(styles(tasklist)).hasSize(1);
        }
    }

    @Test
    void cockpitOpenedAgainFetchesNoScriptOfOurs() {
        try (Tasklist screen = new Tasklist(port, Chromium.take())) {
            screen.enter("cockpit", "supervise");
            for (int time = 0; time < 2; time++) {
                screen.open("/camunda/app/cockpit/default/");
                screen.see(By.cssSelector(".huiyin-board-block"));
            }

            assertThat(fetched(screen, "cockpit")).containsExactly("/camunda/app/cockpit/scripts/config.js");
            assertThat(styles(screen)).hasSize(1);
        }
    }

    /** Scripts and modules of this page that came over the wire. */
    private static List<String> fetched(Screen screen, String app) {
        return files(
                screen,
                "one.transferSize > 0 && (one.initiatorType === 'script' || /\\.js(\\?|$)/.test(one.name))"
                        + " && (one.name.includes('/app/" + app + "/') || one.name.includes('/board/'))");
    }

    private static List<String> kept(Screen screen) {
        return files(screen, "one.transferSize === 0");
    }

    /** Our own sheets of the web applications. */
    private static List<String> styles(Screen screen) {
        return files(screen, "/\\/(styles|huiyin)\\/.*css/.test(one.name)");
    }

    @SuppressWarnings("unchecked")
    private static List<String> files(Screen screen, String which) {
        return (List<String>)
                Objects.requireNonNull(screen.script("return performance.getEntriesByType('resource').filter((one) => "
                        + which + ").map((one) => new URL(one.name).pathname)"));
    }
}
