package org.huiyin.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The machine's Chromium, in Chinese, with a profile of its own and no network beyond the application. */
final class Chromium {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private Chromium() {}

    static boolean isPresent() {
        return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    }

    /** An office screen. */
    static WebDriver start() {
        return start(1366, 768);
    }

    static WebDriver start(int width, int height) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("LANGUAGE", "zh_CN", "LANG", "C.UTF-8", "TZ", "Asia/Shanghai"))
                .build();
        ChromeDriver driver = new ChromeDriver(service, options(width, height));
        driver.manage().window().setSize(new Dimension(width, height));
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
        return driver;
    }

    private static ChromeOptions options(int width, int height) {
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
                "--lang=zh-CN",
                "--window-size=" + width + "," + height,
                "--user-data-dir=" + freshProfile()));
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN"));
        return options;
    }

    private static Path freshProfile() {
        try {
            return Files.createTempDirectory("huiyin-chromium");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
