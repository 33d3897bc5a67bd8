package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attachments as the case file keeps them (ADR 22). */
@HuiyinTest
class AttachmentsTest {
    private static final OfficerId HANDLER = new OfficerId("handler");

    @Autowired
    Attachments attachments;

    @Autowired
    Journal journal;

    @Autowired
    EngineGateway gateway;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Petitions petitions;

    private PetitionId petition;

    @BeforeEach
    void aPetitionIsWithItsHandler() {
        petition = another();
    }

    private PetitionId another() {
        return petitions.forwarded(ARegistration.letter().from("白鹭洲").build());
    }

    @Test
    @DisplayName("R52：附件登记、查看、作废都在流水里，作废不删除，校验链完整")
    void whatHappensToAnAttachmentIsInTheJournal() throws IOException {
        byte[] scan = SampleFiles.scan("png");
        Attachment added = add(scan, "周明远来信.png");

        assertThat(content(added)).isEqualTo(scan);
        gateway.as(HANDLER, () -> attachments.withdraw(petition, added.number(), "扫描错页"));

        assertThat(journal.of(petition))
                .extracting(JournalEntry::kind)
                .endsWith(
                        JournalKind.ATTACHMENT_ADDED, JournalKind.ATTACHMENT_VIEWED, JournalKind.ATTACHMENT_WITHDRAWN);
        assertThat(journal.of(petition))
                .noneMatch(entry -> entry.facts().toString().contains("周明远"))
                .last()
                .satisfies(entry -> assertThat(entry.typed()).contains("扫描错页"));
        assertThat(journal.intact(petition)).isTrue();
        assertThat(attachments.of(petition)).singleElement().satisfies(kept -> {
            assertThat(kept.opens()).isFalse();
            assertThat(kept.withdrawnBy()).contains(HANDLER);
            assertThat(kept.type()).isEqualTo(FileType.PNG);
        });
        assertThatThrownBy(() -> content(added))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("已经作废");
        assertThatThrownBy(() -> jdbc.sql("delete from casefile.attachment").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aWithdrawalTakesAReason() {
        Attachment added = add(SampleFiles.pdf(), "材料.pdf");

        assertThatThrownBy(() -> gateway.as(HANDLER, () -> attachments.withdraw(petition, added.number(), " ")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("作废原因");
    }

    @Test
    void theSameContentIsKeptOnceAndPiecesAreSmall() throws IOException {
        byte[] photo = SampleFiles.bigPhoto(3 * FileTable.PIECE + 17);
        Attachment one = add(photo, "照片.jpg");
        PetitionId other = another();
        Attachment two = add(other, photo, "同一张.jpg");

        assertThat(content(one)).isEqualTo(photo);
        assertThat(content(two)).isEqualTo(photo);
        assertThat(pieces(petition)).hasSize(4).allMatch(length -> length <= FileTable.PIECE);
        assertThat(jdbc.sql("select count(*) from casefile.file where size = :size")
                        .param("size", photo.length)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<Integer> pieces(PetitionId id) {
        return jdbc.sql("""
                        select octet_length(p.content) from casefile.file_piece p
                        join casefile.attachment a on a.sha256 = p.sha256 where a.petition = :petition""").param("petition", id.value()).query(Integer.class).list();
    }

    @Test
    @DisplayName("依法清除内容和文件名：登记记录和校验链都还在，别人的同一份材料不受影响")
    void erasingLeavesTheEntryAndTheChain() throws IOException {
        byte[] letter = SampleFiles.text("清除测试：" + petition.value());
        Attachment mine = add(letter, "来信.txt");
        PetitionId other = another();
        Attachment theirs = add(other, letter, "来信.txt");

        gateway.as(HANDLER, () -> attachments.erase(petition, mine.number()));

        assertThat(attachments.of(petition)).singleElement().satisfies(left -> {
            assertThat(left.erased()).isTrue();
            assertThat(left.name()).isEmpty();
        });
        assertThatThrownBy(() -> content(mine)).isInstanceOf(InvalidInput.class).hasMessageContaining("依法清除");
        assertThat(journal.intact(petition)).isTrue();
        assertThat(content(theirs)).isEqualTo(letter);

        gateway.as(HANDLER, () -> attachments.erase(other, theirs.number()));
        assertThat(jdbc.sql("select count(*) from casefile.file where size = :size")
                        .param("size", letter.length)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aContentThatWasChangedIsFoundOut() {
        Attachment added = add(SampleFiles.text("原文：" + petition.value()), "来信.txt");
        assertThat(attachments.intact(petition, added.number())).isTrue();

        jdbc.sql("""
                        update casefile.file_piece p set content = convert_to('改过的', 'UTF8')
                        from casefile.attachment a where a.sha256 = p.sha256 and a.petition = :petition""").param("petition", petition.value()).update();

        assertThat(attachments.intact(petition, added.number())).isFalse();
    }

    @Test
    void theNameOfAFileIsPersonalDataAndSealed() {
        add(SampleFiles.pdf(), "C:\\来信\\周明远\u202E的材料.pdf");

        assertThat(attachments.of(petition))
                .extracting(attachment -> attachment.name().orElseThrow())
                .containsExactly("周明远的材料.pdf");
        byte[] sealed = jdbc.sql("select name from casefile.attachment where petition = :petition")
                .param("petition", petition.value())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("周明远");
    }

    @Test
    @DisplayName("查毒：没有接查毒软件时如实写“未查毒”；正在查和可疑的打不开")
    void whatIsBeingScannedOrSuspectDoesNotOpen() throws IOException {
        Attachment added = add(SampleFiles.pdf(), "材料.pdf");
        assertThat(added.scan()).isEqualTo(ScanState.NOT_SCANNED);

        gateway.as(HANDLER, () -> attachments.scanned(petition, added.number(), ScanState.WAITING));
        assertThatThrownBy(() -> content(added)).hasMessageContaining("正在查毒");
        gateway.as(HANDLER, () -> attachments.scanned(petition, added.number(), ScanState.SUSPECT));
        assertThatThrownBy(() -> content(added)).hasMessageContaining("已封存");
        gateway.as(HANDLER, () -> attachments.scanned(petition, added.number(), ScanState.CLEAN));
        assertThat(content(added)).isEqualTo(SampleFiles.pdf());
    }

    @Test
    void whatIsTooLargeIsReadNoFurther() {
        byte[] tooLarge = SampleFiles.bigPhoto((int) attachments.largest() + 1);

        assertThatThrownBy(() -> attachments.receive(new ByteArrayInputStream(tooLarge)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("超过20 MB");
        assertThat(attachments.of(petition)).isEmpty();
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("JPEG", SampleFiles.scan("jpg")),
                Arguments.of("PNG", SampleFiles.scan("png")),
                Arguments.of("GIF", SampleFiles.scan("gif")),
                Arguments.of("PDF", SampleFiles.pdf()),
                Arguments.of("DOCX", SampleFiles.docx()),
                Arguments.of("XLSX", SampleFiles.xlsx()),
                Arguments.of("OFD", SampleFiles.zip("OFD.xml", "Doc_0/Document.xml")),
                Arguments.of("TXT", SampleFiles.text("路灯不亮\r\n请修复")),
                Arguments.of("TXT_GB", "路灯不亮，请修复".getBytes(Charset.forName("GB18030"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void theContentSaysWhatItIsWhateverItIsCalled(FileType type, byte[] content) {
        assertThat(add(content, "没有后缀").type()).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("可执行程序", SampleFiles.executable()),
                Arguments.of("空文件", new byte[0]),
                Arguments.of("加密的 PDF", SampleFiles.encryptedPdf(40)),
                Arguments.of("加密的 PDF", SampleFiles.encryptedPdf(65_532)),
                Arguments.of("加密的 PDF", SampleFiles.encryptedPdf(200_000)),
                Arguments.of("不完整的 PDF", SampleFiles.text("%PDF-1.4\n1 0 obj")),
                Arguments.of("加了密码", SampleFiles.lockedZip()),
                Arguments.of("带有宏", SampleFiles.docx("word/vbaProject.bin")),
                Arguments.of("压缩包", SampleFiles.zip("来信.txt")),
                Arguments.of("不是完整的文档", SampleFiles.text("PK\u0003\u0004 cut off")),
                Arguments.of("旧版 Office", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}),
                Arguments.of("TIFF", new byte[] {'I', 'I', 42, 0, 8, 0}),
                Arguments.of("网页或者矢量图", SampleFiles.text("\uFEFF <svg onload='alert(1)'/>")),
                Arguments.of("网页或者矢量图", SampleFiles.text("<!DOCTYPE html><script>alert(1)</script>")),
                Arguments.of("不是支持的格式", new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatTheCaseFileDoesNotTakeIsRefusedWithTheWayOut(String why, byte[] content) {
        assertThatThrownBy(() -> add(content, "来信扫描件.pdf"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(why);
        assertThat(attachments.of(petition)).isEmpty();
    }

    private Attachment add(byte[] content, String name) {
        return add(petition, content, name);
    }

    private Attachment add(PetitionId id, byte[] content, String name) {
        return gateway.as(HANDLER, () -> {
            try (IncomingFile file = attachments.receive(new ByteArrayInputStream(content))) {
                return attachments.add(id, AttachmentKind.SCAN, name, file);
            }
        });
    }

    private byte[] content(Attachment attachment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        gateway.as(HANDLER, () -> attachments.open(attachment.petition(), String.valueOf(attachment.number())))
                .content()
                .writeTo(out);
        return out.toByteArray();
    }
}
