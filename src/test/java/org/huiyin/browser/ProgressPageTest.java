package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Life;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The petitioner at his telephone. */
@BrowserTest
class ProgressPageTest {
    @LocalServerPort
    int port;

    @Test
    void readsTheAnswerAcknowledgesItAndSaysWhetherHeIsSatisfied() {
        JsonNode key = answered();
        try (Screen screen = new Screen(port)) {
            screen.driver().manage().window().setSize(new Dimension(500, 900));
            screen.open("/progress#" + key.path("number").asText() + "."
                    + key.path("queryCode").asText());

            screen.seeText("河边步道护栏缺失");
            screen.seeText("护栏已经加固");
            assertThat(screen.driver().getCurrentUrl()).endsWith("/progress");

            screen.clickText("我已收到答复");
            screen.seeText("不服处理意见，申请复查");
            screen.all(By.cssSelector(".choices label")).get(0).click();
            screen.all(By.cssSelector(".choices label")).get(5).click();
            screen.type(By.id("comment"), "希望以后快一些");
            screen.clickText("提交评价");
            screen.seeText("您已作出评价");

            screen.clickText("不服处理意见，申请复查");
            screen.type(By.id("reasons"), "护栏只加固了一半");
            screen.clickText("提交复查申请");
            screen.seeText("滨江区人民政府正在复查");
        }
    }

    @Test
    void isToldWhatIsWrongWithWhatHeTyped() {
        try (Screen screen = new Screen(port)) {
            screen.open("/progress");
            screen.type(By.id("number"), "123");
            screen.type(By.id("queryCode"), "ABCDEFGH23");
            screen.clickText("查询");

            screen.seeText("信访编号：应为22位数字");
        }
    }

    private JsonNode answered() {
        JsonNode made = Api.as(port, "intake")
                .post("/api/v1/petitions", Map.of("content", "河边步道护栏缺失，请修复。"))
                .json();
        Life.of(new PetitionId(made.path("number").asText()))
                .sorted()
                .forwarded()
                .published(with(Life.opinion(), "opinion", "护栏已经加固。"));
        return made;
    }
}
