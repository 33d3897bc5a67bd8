package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.engine.HuiyinMode;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever uses no mouse registers a letter, takes it and decides on it. */
@BrowserTest
class KeyboardTest {
    private static final int FAR = 150;
    private static final String IS_ACTIVE = "document.activeElement === arguments[0]";

    @LocalServerPort
    int port;

    @Test
    @DisplayName("只用键盘：登录、收到来信、登记、完成；另一人取下一件、判定、完成")
    void aLetterIsRegisteredTakenAndDecidedWithoutAMouse() {
        PetitionId petition;
        try (Tasklist intake = Tasklist.atItsDoor(port)) {
            logIn(intake, "nanduIntake");
            tabTo(intake, IS_ACTIVE, intake.see(By.partialLinkText("启动流程")));
            press(intake, Keys.ENTER);
            intake.see(By.cssSelector("ul.processes a"));
            tabTo(intake, "ul.processes a");
            press(intake, Keys.ENTER);
            intake.see(By.cssSelector(".modal .fjs-container input[type=radio]"));
            tabTo(intake, ".modal .fjs-container input[type=radio]");
            press(intake, Keys.SPACE);
            tabTo(intake, ".modal-footer .btn-primary");
            press(intake, Keys.ENTER);
            intake.gone(By.cssSelector(".modal-footer"));
            tabTo(intake, "ol.tasks-list h4 a");
            press(intake, Keys.ENTER);
            petition = new PetitionId(intake.shown("登记来信"));
            fill(intake, "标题", "桥头路灯不亮");
            fill(intake, "内容", "桥头的路灯坏了两个月，夜里行人看不清路。");
            tabTo(intake, ".form-actions .btn-primary");
            press(intake, Keys.ENTER);
            intake.gone(By.cssSelector(".task-card"));
        }
        assertThat(Desk.as("nanduDispatch").sees(petition)).contains("decideClass");

        try (Tasklist dispatch = Tasklist.atItsDoor(port)) {
            logIn(dispatch, "nanduDispatch");
            tabTo(dispatch, ".huiyin-next-button");
            String number;
            do {
                press(dispatch, Keys.ENTER);
                number = dispatch.shown("判定类别与途径");
                tabTo(dispatch, ".huiyin-next-button");
            } while (!number.equals(petition.value()));
            choose(dispatch, "申诉求决（第三十一条）");
            choose(dispatch, "（六）信访程序");
            tabTo(dispatch, ".form-actions .btn-primary");
            press(dispatch, Keys.ENTER);
            dispatch.gone(By.cssSelector(".task-card"));
        }
        assertThat(Desk.as("nanduDispatch").sees(petition)).contains("forwardPetition");
    }

    private static void logIn(Tasklist screen, String officer) {
        screen.see(By.cssSelector("input[type=password]"));
        screen.await().until(page -> {
            retype(screen, "input[type=text]", officer);
            retype(screen, "input[type=password]", HuiyinMode.DEMO_PASSWORD);
            return holds(screen, "input[type=text]", officer)
                    && holds(screen, "input[type=password]", HuiyinMode.DEMO_PASSWORD);
        });
        press(screen, Keys.ENTER);
        screen.see(By.cssSelector(".task-filters .item"));
    }

    /** The page may put the cursor elsewhere while it opens. */
    private static void retype(Tasklist screen, String field, String words) {
        tabTo(screen, field);
        new Actions(screen.driver())
                .keyDown(Keys.CONTROL)
                .sendKeys("a")
                .keyUp(Keys.CONTROL)
                .sendKeys(words)
                .perform();
    }

    private static boolean holds(Tasklist screen, String field, String words) {
        return words.equals(screen.see(By.cssSelector(field)).getDomProperty("value"));
    }

    private static void fill(Tasklist screen, String label, String words) {
        tabTo(screen, IS_ACTIVE, screen.input(label));
        press(screen, words);
    }

    /** The engine's radio buttons stand in no group: Tab leads to each of them. */
    private static void choose(Tasklist screen, String option) {
        tabTo(screen, "[id='" + screen.choice(option).getDomAttribute("id") + "']");
        press(screen, Keys.SPACE);
        screen.await().until(page -> screen.choice(option).isSelected());
    }

    private static void tabTo(Screen screen, String selector) {
        screen.see(By.cssSelector(selector));
        tabTo(screen, "document.activeElement.matches(arguments[0])", selector);
    }

    private static void tabTo(Screen screen, String reached, Object argument) {
        for (int pressed = 0; pressed < FAR; pressed++) {
            if (is(screen, reached, argument)) {
                return;
            }
            press(screen, Keys.TAB);
        }
        throw new AssertionError("Tab does not lead to " + argument);
    }

    private static boolean is(Screen screen, String reached, Object argument) {
        return Boolean.TRUE.equals(screen.script("return " + reached, argument));
    }

    private static void press(Screen screen, CharSequence keys) {
        new Actions(screen.driver()).sendKeys(keys).perform();
    }
}
