package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class RelationsPageTest {
    private static final String PASSWORD = "Huiyin-Demo-2026";

    @LocalServerPort
    int port;

    @Test
    @DisplayName("第二十八条 工作人员自己申报，自己不能解除；管理员查看并解除")
    void anOfficerDeclaresHisOwnAndAnAdministratorEndsIt() {
        try (Screen officer = at("qingpingHousingHandler")) {
            new Select(officer.see(By.id("kind"))).selectByVisibleText("近亲属");
            officer.type(By.id("enterprise"), "江城市白鸥运输有限公司");
            officer.script(
                    "arguments[0].value = arguments[1]",
                    officer.see(By.id("since")),
                    Time.today().toString());
            assertThat(officer.barriers("main")).isEmpty();
            officer.click(By.cssSelector("#declare button"));

            officer.seeText("已申报，随即生效。");
            officer.seeText("江城市白鸥运输有限公司");
            assertThat(officer.all(By.cssSelector("#rows button"))).isEmpty();
            assertThat(officer.see(By.id("content")).getText()).doesNotContain("查看、登记谁的利害关系");
        }
        try (Screen admin = at("admin")) {
            admin.type(By.id("officer"), "qingpingHousingHandler");
            admin.click(By.cssSelector("#whose button"));
            admin.seeText("江城市白鸥运输有限公司");
            admin.click(By.cssSelector("#rows button"));

            admin.seeText("已解除，随即生效。");
            assertThat(admin.barriers("main")).isEmpty();
        }
    }

    private Screen at(String officer) {
        Screen screen = new Screen(port);
        screen.open("/camunda/relations");
        screen.type(By.id("username"), officer);
        screen.type(By.id("password"), PASSWORD);
        screen.clickText("登录");
        screen.see(By.id("declare"));
        return screen;
    }
}
