package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/progress", "/handbook", "/handbook/handler", "/handbook/registrar", "/handbook/head"})
    void ourPagesHaveNoBarriers(String path) {
        try (Screen screen = new Screen(port)) {
            screen.open(path);

            assertThat(screen.barriers("html")).isEmpty();
        }
    }

    @Test
    void onAPhoneNothingRunsOffTheScreen() {
        try (Screen screen = new Screen(port, Chromium.take(500, 844))) {
            screen.open("/handbook/petitioner");

            assertThat(screen.script("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void theHandbookIsReadInChineseAndItsLinksWork() {
        try (Screen screen = new Screen(port)) {
            screen.open("/handbook");
            screen.click(By.cssSelector(".book main table a[href='/handbook/registrar']"));

            assertThat(screen.read(By.tagName("h1"))).contains("登记员");
            assertThat(screen.read(By.cssSelector("nav a[aria-current=page]"))).contains("登记员");
        }
    }
}
