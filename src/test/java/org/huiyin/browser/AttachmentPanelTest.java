package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.SampleFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The registrar scans a letter, brings it beside his form, looks at it, and is told what cannot be taken. */
@BrowserTest
class AttachmentPanelTest {
    private static final By FILES = By.cssSelector("#huiyin-attachments input[type=file]");

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    @DisplayName("来信扫描件：上传、在表单旁预览、作废；可执行程序改名为 .pdf 被拒绝")
    void aScannedLetterIsBroughtLookedAtAndWithdrawn() throws IOException {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        Path scan = Files.write(folder.resolve("来信第一页.png"), SampleFiles.scan("png"));
        Path program = Files.write(folder.resolve("来信第二页.pdf"), SampleFiles.executable());
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.list("我的待办");
            intake.task("登记来信", petition.value());
            intake.write("标题", "路灯不亮");
            files(intake).sendKeys(scan + "\n" + program);

            intake.seeText("“来信第二页.pdf”没有上传：是可执行程序，不予接收。");
            intake.seeText("已上传 1 个文件。");
            intake.seeText("附件（1）");
            intake.clickText("来信第一页.png");
            intake.await()
                    .until(page -> Boolean.TRUE.equals(
                            intake.script("return document.querySelector('.huiyin-preview img').naturalWidth > 0")));
            assertThat(intake.barriers("#huiyin-attachments")).isEmpty();
            assertThat(intake.value("标题")).isEqualTo("路灯不亮");
            intake.clickText("关闭预览");

            intake.clickText("作废");
            intake.type(By.cssSelector("#huiyin-attachments form input"), "扫描不清楚");
            intake.clickText("确认作废");
            intake.seeText("已作废（项执中）");
        }
    }

    @Test
    void aFileIsDroppedOnThePanel() {
        PetitionId petition = Desk.as("intake").receive(Channel.VISIT);
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.list("我的待办");
            intake.task("登记来访", petition.value());
            files(intake);
            intake.script("""
                    const held = new DataTransfer();
                    held.items.add(new File(['现场情况说明'], '说明.txt', { type: 'text/plain' }));
                    const panel = document.getElementById('huiyin-attachments');
                    panel.dispatchEvent(new DragEvent('dragover', { dataTransfer: held, bubbles: true, cancelable: true }));
                    panel.dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }));
                    """);

            intake.seeText("附件（1）");
            String href = intake.see(By.linkText("说明.txt")).getDomProperty("href");
            intake.driver().switchTo().newWindow(WindowType.TAB).get(String.valueOf(href));
            intake.seeText("现场情况说明");
        }
    }

    /** Stands behind its label, and is reached by the keyboard. */
    private static WebElement files(Screen screen) {
        return screen.await().until(page -> page.findElement(FILES));
    }
}
