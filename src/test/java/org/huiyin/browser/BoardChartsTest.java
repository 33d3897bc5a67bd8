package org.huiyin.browser;

import java.util.List;
import java.util.Map;
import org.huiyin.engine.HuiyinMode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chromium.HasCdp;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("R24 督办看板：图表没有读到时说明白，刷新再读")
class BoardChartsTest {
    @LocalServerPort
    int port;

    @Test
    void whoeverDoesNotGetTheChartsIsToldSoAndGetsThemWithTheNextTry() {
        try (Screen page = new Screen(port)) {
            blocked(page, List.of("*echarts*"));
            page.open("/camunda/board");
            page.type(By.cssSelector("input[type=text]"), "supervise");
            page.type(By.cssSelector("input[type=password]"), HuiyinMode.DEMO_PASSWORD);
            page.click(By.cssSelector("button[type=submit]"));
            page.seeText("图表没有读到，请点“刷新”再试");

            blocked(page, List.of());
            page.clickText("刷新");

            page.see(By.cssSelector(".board-chart canvas"));
        }
    }

    private static void blocked(Screen page, List<String> addresses) {
        HasCdp browser = (HasCdp) page.driver();
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", addresses));
    }
}
