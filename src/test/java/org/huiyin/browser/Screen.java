package org.huiyin.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.core.io.ClassPathResource;

/** What a person does at the screen: opens, reads, types, clicks, and waits for what comes. */
class Screen implements AutoCloseable {
    private final Chromium browser;
    private final WebDriver driver;
    private final String root;

    Screen(int port) {
        this(port, Chromium.take());
    }

    Screen(int port, Chromium browser) {
        this.browser = browser;
        this.driver = browser.driver();
        this.root = "http://localhost:" + port;
    }

    WebDriver driver() {
        return driver;
    }

    void open(String path) {
        driver.get(root + path);
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    WebElement see(By what) {
        return await().until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    void seeText(String words) {
        await().withMessage(() -> "\"" + words + "\" in:\n" + text()).until(page -> text().contains(words));
    }

    /** A list may be drawn anew, or a menu open, just while the mouse goes there: then once more. */
    void click(By what) {
        await().ignoring(ElementClickInterceptedException.class).until(page -> {
            page.findElements(what).stream()
                    .filter(element -> element.isDisplayed() && element.isEnabled())
                    .findFirst()
                    .orElseThrow()
                    .click();
            return true;
        });
    }

    String read(By where) {
        return await().until(page -> {
            String words = see(where).getText();
            return words.isEmpty() ? null : words;
        });
    }

    void clickText(String words) {
        click(By.xpath(
                "//*[self::a or self::button or self::label or self::summary][normalize-space()='" + words + "']"));
    }

    void type(By where, String words) {
        WebElement field = see(where);
        field.clear();
        field.sendKeys(words);
    }

    void gone(By what) {
        await().until(ExpectedConditions.invisibilityOfElementLocated(what));
    }

    List<WebElement> all(By what) {
        return driver.findElements(what);
    }

    @Nullable
    Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
    }

    /** A script that answers later, by its last argument. */
    @Nullable
    Object answer(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeAsyncScript(code, arguments);
    }

    /** What axe finds wrong for those who hear a page or use no mouse, within this part of it. */
    @SuppressWarnings("unchecked")
    List<String> barriers(String within) {
        if (!Boolean.TRUE.equals(script("return 'axe' in window"))) {
            script(axe());
        }
        Object found = answer("""
                const done = arguments[arguments.length - 1];
                axe.run(arguments[0], { resultTypes: ['violations'] }).then(result => done(result.violations.map(
                        violation => violation.id + ': ' + violation.nodes.map(node => node.target).join(', '))));
                """, within);
        return found == null ? List.of() : (List<String>) found;
    }

    private static String axe() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WebDriverWait await() {
        WebDriverWait wait = new WebDriverWait(driver, Duration.ofSeconds(40), Duration.ofMillis(100));
        wait.ignoring(StaleElementReferenceException.class, NoSuchElementException.class);
        return wait;
    }

    @Override
    public void close() {
        browser.giveBack(root);
    }
}
