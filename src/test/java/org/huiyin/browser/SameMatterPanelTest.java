package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 同一信访事项 in the case file: the handler links, takes a link back, and answers joined matters by one opinion. */
@BrowserTest
class SameMatterPanelTest {
    @LocalServerPort
    int port;

    @Test
    @DisplayName("承办人关联共同信访件、撤销关联，理由和当时的依据都在案卷里")
    void aCandidateIsLinkedWithAReasonAndTheLinkIsWithdrawn() {
        PetitionId earlier = aboutTheLift("陆汀兰");
        PetitionId later = aboutTheLift("韩溪午");

        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("调查核实并拟写意见", later.value());
            link(handler, earlier);
            handler.seeText("两户反映同一部电梯");
            assertThat(handler.read(By.cssSelector("#huiyin-case .huiyin-links .huiyin-kind")))
                    .isEqualTo("共同信访");
            handler.seeInPanel("在先的一件", earlier.value(), "当时的依据");
            assertThat(handler.panel()).as("who wrote the other letter").doesNotContain("陆汀兰");
            assertThat(handler.barriers("#huiyin-case")).isEmpty();

            handler.clickText("撤销关联");
            handler.type(By.cssSelector("#huiyin-case input[aria-label='请写明撤销理由']"), "不是同一部电梯");
            handler.clickText("确认撤销");
            handler.seeText("撤销：不是同一部电梯");
        }
    }

    @Test
    @DisplayName("第三十二条 承办人在拟写意见时选择一并答复，负责人签发前看到，两件各自送达")
    void theHandlerAnswersAJoinedMatterByTheSameOpinion() {
        PetitionId lead = aboutTheLift("陆汀兰");
        PetitionId joined = aboutTheLift("韩溪午");
        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("调查核实并拟写意见", lead.value());
            link(handler, joined);
            handler.seeText("两户反映同一部电梯");
            handler.list("我的待办");
            handler.task("调查核实并拟写意见", joined.value());
            handler.task("调查核实并拟写意见", lead.value());
            handler.write("信访请求", "修复三号楼电梯。");
            handler.write("查明的事实和理由", "电梯主板损坏，已停用。");
            handler.mark("请求事实清楚，符合规定，予以支持");
            handler.write("处理意见", "十五日内更换主板。");
            handler.write("法律法规依据", "《物业管理条例》第三十五条");
            handler.mark("一并答复已关联的共同信访件");
            handler.add("一并答复的信访件", joined.value() + " 三号楼电梯停运");
            handler.complete();
        }

        try (Tasklist head = Tasklist.of(port, "head")) {
            head.list("本组待签收");
            head.task("审签处理意见", lead.value());
            head.claim();
            head.seeText("签发时一并答复以下共同信访件");
            head.seeText(joined.value());
            head.mark("签发");
            head.complete();
        }

        try (Tasklist handler = Tasklist.of(port, "handler")) {
            handler.list("我的待办");
            handler.task("送出处理意见书", joined.value());
            handler.seeInPanel("信访处理意见书");
            assertThat(handler.panel()).doesNotContain("陆汀兰");
            handler.clickText("办理经过");
            handler.seeText("与共同信访件一并答复");
        }
    }

    private static void link(Tasklist handler, PetitionId other) {
        By candidate = By.xpath(
                "//*[@id='huiyin-case']//li[contains(@class,'huiyin-candidate')][contains(.,'" + other.value() + "')]");
        String within =
                "//*[@id='huiyin-case']//li[contains(@class,'huiyin-candidate')][contains(.,'" + other.value() + "')]";
        handler.see(candidate);
        handler.click(By.xpath(within + "//button[normalize-space()='关联']"));
        new Select(handler.see(By.xpath(within + "//select"))).selectByValue("JOINT");
        handler.type(By.xpath(within + "//input[@aria-label='认定理由']"), "两户反映同一部电梯");
        handler.click(By.xpath(within + "//button[normalize-space()='确认关联']"));
    }

    private static PetitionId aboutTheLift(String petitioner) {
        return Life.ofALetter(with(
                        Typed.letter(),
                        "petitionerName",
                        petitioner,
                        "title",
                        "三号楼电梯停运",
                        "content",
                        "望江小区三号楼电梯停运一个月，老人上下楼困难，请求修复。",
                        "place",
                        "滨江区望江小区"))
                .withTheHandler()
                .accepted()
                .id();
    }
}
