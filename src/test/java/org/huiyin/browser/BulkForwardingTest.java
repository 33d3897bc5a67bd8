package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import java.util.List;
import org.huiyin.casefile.CaseFile;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Like matters are ticked in a dialog over the list and go out by one decision. */
@BrowserTest
class BulkForwardingTest {
    private static final By GROUP = By.cssSelector("dialog .huiyin-like-group");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile cases;

    @Test
    @DisplayName("批量转送：勾选同类事项，一次转送，逐件成文")
    void likeMattersAreForwardedTogether() {
        List<PetitionId> petitions = List.of(letter("一"), letter("二"), letter("三"));
        try (Tasklist dispatch = Tasklist.of(port, "qingpingDispatch")) {
            dispatch.clickText("批量转送");
            assertThat(dispatch.read(GROUP)).contains("建议青屏区城市管理局").contains("第一家餐馆油烟");
            assertThat(dispatch.barriers("dialog")).isEmpty();
            dispatch.click(By.xpath("//dialog//label[contains(.,'第三家餐馆油烟')]//input"));
            dispatch.clickText("转送所选");
            dispatch.seeText("已转送2件。");
            dispatch.clickText("关闭");
        }

        OrganId management = new OrganId("qingpingUrbanManagement");
        assertThat(cases.get(petitions.get(0)).organ()).isEqualTo(management);
        assertThat(cases.get(petitions.get(1)).organ()).isEqualTo(management);
        assertThat(cases.get(petitions.get(2)).organ()).isEqualTo(new OrganId("qingpingPetitionBureau"));
    }

    @Test
    @DisplayName("不是分流员的，没有批量转送")
    void whoDoesNotForwardHasNoButton() {
        try (Tasklist head = Tasklist.of(port, "head")) {
            assertThat(head.all(By.xpath("//button[normalize-space()='批量转送']")))
                    .noneMatch(button -> button.isDisplayed());
        }
    }

    /** In the district's own list, which no other test fills. */
    private static PetitionId letter(String number) {
        return Life.ofALetter(with(
                        Typed.letter(),
                        "subject",
                        "城乡建设",
                        "title",
                        "第" + number + "家餐馆油烟噪声扰民",
                        "content",
                        "餐馆没有装油烟净化器。",
                        "place",
                        "青屏区竹溪街道"))
                .sorted()
                .forwardedTo("qingpingPetitionBureau")
                .id();
    }
}
