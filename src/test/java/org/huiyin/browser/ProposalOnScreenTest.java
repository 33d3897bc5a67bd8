package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the tables propose stands beside the fields, which are filled in accordingly; the officer decides. */
@BrowserTest
class ProposalOnScreenTest {
    @LocalServerPort
    int port;

    @Test
    @DisplayName("R21 判定表单显示系统建议及理由，已预选，由分流员判定")
    void theProposalIsReadAndTheFieldsAreFilled() {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        Desk.as("intake")
                .complete(
                        letter,
                        "registerLetter",
                        with(Typed.letter(), "title", "建议滨江公园增设饮水点", "content", "建议在滨江公园增设直饮水点，方便市民。"));

        try (Tasklist dispatcher = Tasklist.of(port, "dispatch")) {
            dispatcher.list("本组待签收");
            dispatcher.task("判定类别与途径", letter.value());
            dispatcher.claim();
            assertThat(dispatcher
                            .see(By.xpath("//label[starts-with(normalize-space(),'系统建议')]/following::textarea[1]"))
                            .getDomProperty("value"))
                    .contains("类别建议：建议意见")
                    .contains("suggestionByWords")
                    .contains("第二十九条");
            assertThat(dispatcher
                            .see(By.xpath("//label[contains(normalize-space(),'建议意见（第二十九条）')]//input"))
                            .isSelected())
                    .isTrue();
            dispatcher.complete();
        }
    }
}
