package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class PagesTest {
    @LocalServerPort
    int port;

    @Test
    void theFrontDoorLeadsToEveryDoor() {
        try (Screen screen = new Screen(port)) {
            screen.open("/");

            assertThat(screen.all(By.cssSelector(".doors a")))
                    .extracting(door -> door.getDomAttribute("href"))
                    .contains("/camunda/app/tasklist/", "/camunda/app/cockpit/", "/progress", "/handbook", "/api/docs");
        }
    }

    @Test
    void theHandbookIsReadInChineseAndItsLinksWork() {
        try (Screen screen = new Screen(port)) {
            screen.open("/handbook");
            screen.click(By.linkText("登记"));

            screen.seeText("登记来信");
            assertThat(screen.all(By.cssSelector("table"))).isNotEmpty();
        }
    }
}
