package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class LedgerPageTest {
    private static final String PASSWORD = "Huiyin-Demo-2026";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("R52 督查员筛选、排序、导出台账")
    void aSupervisorFiltersSortsAndTakesTheLedgerOut() {
        PetitionId id = Life.ofALetter().withTheHandler().accepted().id();
        try (Screen screen = at("supervise")) {
            screen.type(By.id("words"), id.value());
            screen.clickText("查看");
            screen.seeText("已列出1件");
            screen.seeText("滨江区住房和城乡建设局");
            assertThat(screen.barriers("main")).isEmpty();
            assertThat(screen.read(By.className("lamp-green"))).isEqualTo("绿");
            assertThat(shapeOf(screen, "lamp-green"))
                    .as("told apart without colour")
                    .contains("●");

            new Select(screen.see(By.id("source"))).selectByVisibleText("12345热线");
            screen.clickText("查看");
            screen.seeText("没有符合条件的事项");
            new Select(screen.see(By.id("source"))).selectByVisibleText("本级直接收到");
            new Select(screen.see(By.id("enterprise"))).selectByVisibleText("全部企业");
            screen.clickText("查看");
            screen.seeText("没有符合条件的事项");
            new Select(screen.see(By.id("enterprise"))).selectByVisibleText("不限");
            screen.clickText("查看");
            screen.seeText("已列出1件");

            new Select(screen.see(By.id("state"))).selectByVisibleText("办结");
            screen.clickText("查看");
            screen.seeText("没有符合条件的事项");
            new Select(screen.see(By.id("state"))).selectByVisibleText("受理");
            new Select(screen.see(By.id("order"))).selectByIndex(2);
            screen.clickText("查看");
            screen.seeText("已列出1件");

            screen.clickText("导出");
            screen.seeText("这次导出已记录");
        }
        assertThat(jdbc.sql("select officer || ' ' || matters from ledger.export order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("supervise 1");
    }

    @Test
    void whoMayNotExportIsOfferedNoButton() {
        try (Screen screen = at("intake")) {
            screen.seeText("已列出");
            assertThat(screen.all(By.id("export"))).noneMatch(button -> button.isDisplayed());
        }
    }

    private static String shapeOf(Screen screen, String lamp) {
        return String.valueOf(((JavascriptExecutor) screen.driver())
                .executeScript("return getComputedStyle(document.querySelector('." + lamp + "'), '::before').content"));
    }

    private Screen at(String officer) {
        Screen screen = new Screen(port);
        screen.open("/camunda/ledger");
        screen.type(By.id("username"), officer);
        screen.type(By.id("password"), PASSWORD);
        screen.clickText("登录");
        screen.see(By.id("query"));
        return screen;
    }
}
