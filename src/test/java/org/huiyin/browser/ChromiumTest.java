package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.SessionId;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser that others have used is as good as a new one. */
@BrowserTest
class ChromiumTest {
    private static final String LEAVE_TRACES = """
            const done = arguments[arguments.length - 1];
            localStorage.setItem('trace', 'typed');
            sessionStorage.setItem('trace', 'typed');
            document.cookie = 'trace=typed;path=/';
            const database = indexedDB.open('trace');
            database.onsuccess = () => {
                database.result.close();
                caches.open('trace').then(() => done(true));
            };
            """;

    private static final String TRACES = """
            const done = arguments[arguments.length - 1];
            const named = (where, names) => names.map((name) => where + ' ' + name);
            Promise.all([indexedDB.databases(), caches.keys()]).then(([databases, kept]) => done([
                ...named('local', Object.keys(localStorage)),
                ...named('session', Object.keys(sessionStorage)),
                ...named('database', databases.map((database) => database.name)),
                ...named('cache', kept),
                ...document.cookie.split('; ').filter((cookie) => cookie)].join()));
            """;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("后来的人看不到前一个人的登录、暂存和窗口")
    void whoComesNextFindsNoTraceOfWhoWasThereBefore() {
        SessionId used;
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            used = session(intake);
            intake.driver().manage().window().setSize(new Dimension(900, 600));
            intake.driver().switchTo().newWindow(WindowType.TAB);
            intake.open("/");
            intake.answer(LEAVE_TRACES);
            assertThat(String.valueOf(intake.answer(TRACES)).split(","))
                    .contains("local trace", "session trace", "trace=typed", "database trace", "cache trace");
        }

        try (Screen next = new Screen(port)) {
            assertThat(session(next)).isEqualTo(used);
            assertThat(next.driver().getWindowHandles()).hasSize(1);
            assertThat(next.driver().manage().window().getSize()).isEqualTo(new Dimension(1366, 768));
            next.open("/");
            assertThat(next.script("return history.length")).isEqualTo(2L);
            assertThat(next.answer(TRACES)).isEqualTo("");
            assertThat(next.driver().manage().getCookies()).isEmpty();
            next.open("/camunda/app/tasklist/default/");
            next.see(By.cssSelector("input[type=password]"));
        }
    }

    @Test
    void twoAtATimeHaveABrowserEach() {
        try (Screen one = new Screen(port);
                Screen other = new Screen(port)) {
            assertThat(session(one)).isNotEqualTo(session(other));
        }
    }

    @Test
    void oneOfAnotherLanguageIsNotHandedToOneWhoReadsChinese() {
        try (Screen foreign = new Screen(port, Chromium.speaking("en-US"))) {
            assertThat(foreign.script("return navigator.language")).isEqualTo("en-US");
        }
        try (Screen screen = new Screen(port)) {
            assertThat(screen.script("return navigator.language")).isEqualTo("zh-CN");
        }
    }

    @Test
    void oneThatDiedIsReplacedAndItsProfileIsGone() {
        Path profile;
        try (Screen dying = new Screen(port)) {
            profile = profile(dying);
            assertThat(profile).exists();
            die(dying);
        }

        try (Screen next = new Screen(port)) {
            next.open("/");
            assertThat(profile(next)).exists().isNotEqualTo(profile);
        }
        assertThat(profile).doesNotExist();
    }

    /** Told to close, it may be gone before it has answered. */
    private static void die(Screen screen) {
        try {
            ((HasCdp) screen.driver()).executeCdpCommand("Browser.close", Map.of());
        } catch (WebDriverException e) {
            assertThat(e).hasMessageMatching("(?s).*(detached|disconnected|closed|not reachable|deleted).*");
        }
    }

    private static SessionId session(Screen screen) {
        return Objects.requireNonNull(((RemoteWebDriver) screen.driver()).getSessionId());
    }

    private static Path profile(Screen screen) {
        Map<?, ?> chrome = (Map<?, ?>)
                ((HasCapabilities) screen.driver()).getCapabilities().getCapability("chrome");
        return Path.of(String.valueOf(Objects.requireNonNull(chrome).get("userDataDir")));
    }
}
