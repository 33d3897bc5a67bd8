package org.huiyin.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Level;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The machine's Chromium, in Chinese unless told otherwise, with no network beyond the application. Whoever takes one has it
 * alone and finds it as if it were new; only what pages are made of stays fetched, because starting and fetching took most of
 * a test's time.
 */
final class Chromium {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String CHINESE = "zh-CN";
    private static final Dimension OFFICE_SCREEN = new Dimension(1366, 768);

    private static final Map<String, Deque<Chromium>> IDLE = new ConcurrentHashMap<>();
    private static final Set<Chromium> STARTED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> STARTED.forEach(Chromium::end)));
    }

    private final String language;
    private final ChromeDriver driver;

    private Chromium(String language) {
        this.language = language;
        this.driver = new ChromeDriver(service(language), options(language));
        STARTED.add(this);
    }

    static boolean isPresent() {
        return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    }

    /** An office screen. */
    static Chromium take() {
        return take(OFFICE_SCREEN, CHINESE);
    }

    static Chromium take(int width, int height) {
        return take(new Dimension(width, height), CHINESE);
    }

    /** As on a machine that was not set up in Chinese. */
    static Chromium speaking(String language) {
        return take(OFFICE_SCREEN, language);
    }

    private static Chromium take(Dimension size, String language) {
        for (Chromium idle = idle(language).poll();
                idle != null;
                idle = idle(language).poll()) {
            try {
                return idle.set(size);
            } catch (WebDriverException e) {
                idle.end(); // it died while nobody used it
            }
        }
        return new Chromium(language).set(size);
    }

    private Chromium set(Dimension size) {
        driver.manage().window().setSize(size);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
        return this;
    }

    WebDriver driver() {
        return driver;
    }

    /** For the next one, without a trace of what was done at this address; one that does not answer is ended. */
    void giveBack(String origin) {
        try {
            forget(origin);
            idle(language).push(this);
        } catch (WebDriverException e) {
            end();
        }
    }

    private void forget(String origin) {
        Set<String> used = driver.getWindowHandles();
        String fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        for (String tab : used) {
            driver.switchTo().window(tab).close();
        }
        driver.switchTo().window(fresh);
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        driver.manage().logs().get(LogType.BROWSER);
    }

    private void end() {
        STARTED.remove(this);
        driver.quit();
    }

    private static Deque<Chromium> idle(String language) {
        return IDLE.computeIfAbsent(language, any -> new ConcurrentLinkedDeque<>());
    }

    private static ChromeDriverService service(String language) {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .withEnvironment(
                        Map.of("LANGUAGE", language.replace('-', '_'), "LANG", "C.UTF-8", "TZ", "Asia/Shanghai"))
                .build();
    }

    /** The driver gives each a profile of its own and deletes it in the end. */
    private static ChromeOptions options(String language) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=" + language));
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }
}
