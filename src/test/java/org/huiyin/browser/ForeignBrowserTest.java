package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser that speaks another language changes no word of ours and no date. */
@BrowserTest
class ForeignBrowserTest {
    /** A day that the American, the German and the Chinese order read as three different ones. */
    private static final LocalDate DAY = LocalDate.of(2026, 6, 3);

    @LocalServerPort
    int port;

    @Autowired
    Papers papers;

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE"})
    @DisplayName("英文、德文浏览器里，界面仍是中文，日期按年月日填写并如实保存")
    void wordsStayChineseAndADateIsTheDayThatWasTyped(String language) {
        Time.is("2026-06-03");
        PetitionId petition = Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted()
                .signed()
                .sent("POST")
                .id();
        try (Tasklist handler = new Tasklist(port, Chromium.speaking(language))) {
            handler.enter("tasklist", "handler");
            handler.open("/camunda/app/tasklist/default/");
            assertThat(handler.script("return navigator.language")).isEqualTo(language);
            handler.list("我的待办");
            handler.task("登记送达回执", petition.value());
            assertThat(handler.text()).contains("表单", "流程图", "完成").doesNotContain("Diagram", "Complete", "Fertig");
            assertThat(handler.see(By.cssSelector(".fjs-container .flatpickr-input"))
                            .getDomAttribute("placeholder"))
                    .isEqualTo("年/月/日");
            handler.choose("送达结果", "签收");
            handler.click(By.cssSelector(".fjs-container .flatpickr-input"));
            assertThat(calendar(handler)).contains("一", "日", "六月").doesNotContainPattern("[A-Za-z]");
            assertThat(handler.read(By.cssSelector(".flatpickr-calendar.open .flatpickr-weekdays")))
                    .as("the weekend is in sight, too")
                    .contains("六", "日");
            handler.write("收到日期", "2026/06/03");
            assertThat(handler.value("收到日期")).isEqualTo("2026/6/3");
            assertThat(uploadButton(handler)).isEqualTo("选择文件");
            handler.complete();
        }

        assertThat(papers.of(petition))
                .filteredOn(paper -> paper.kind() == PaperKind.OPINION)
                .singleElement()
                .extracting(Paper::receivedOn)
                .isEqualTo(Optional.of(DAY));
    }

    private static String calendar(Tasklist tasklist) {
        return String.valueOf(
                tasklist.see(By.cssSelector(".flatpickr-calendar.open")).getDomProperty("textContent"));
    }

    /** The browser's own words for its upload field are not to be seen. */
    private static String uploadButton(Tasklist tasklist) {
        By field = By.cssSelector("#huiyin-attachments input[type=file]");
        tasklist.await().until(page -> !tasklist.all(field).isEmpty());
        List<?> size = (List<?>) tasklist.script(
                "const box = arguments[0].getBoundingClientRect(); return [box.width, box.height]",
                tasklist.all(field).get(0));
        assertThat(size.toString()).isEqualTo("[1, 1]");
        return tasklist.read(By.cssSelector("#huiyin-attachments .huiyin-choose"));
    }
}
