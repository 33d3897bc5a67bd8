package org.huiyin.browser;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a person does at the screen: opens, reads, types, clicks, and waits for what comes. */
class Screen implements AutoCloseable {
    private final WebDriver driver;
    private final String root;

    Screen(int port) {
        this(port, Chromium.start());
    }

    Screen(int port, WebDriver driver) {
        this.driver = driver;
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

    void click(By what) {
        await().until(ExpectedConditions.elementToBeClickable(what)).click();
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

    WebDriverWait await() {
        WebDriverWait wait = new WebDriverWait(driver, Duration.ofSeconds(20));
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
