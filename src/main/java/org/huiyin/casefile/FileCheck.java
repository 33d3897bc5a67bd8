package org.huiyin.casefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.huiyin.kernel.InvalidInput;

/** Tells what a file is by its content, whatever it is called, and refuses what the case file does not take. */
final class FileCheck {
    private static final int HEAD = 1024;
    private static final int TAIL = 2048;
    private static final int MOST_ENTRIES = 10_000;
    private static final String WAY_OUT = "可以上传 JPEG、PNG、GIF 图片，PDF、OFD、DOCX、XLSX 文档和纯文本。";

    /** What is often sent and never taken, by its first bytes. */
    private static final Map<String, String> REFUSED = Map.of(
            "4d5a", "是可执行程序，不予接收。",
            "7f454c46", "是可执行程序，不予接收。",
            "cafebabe", "是可执行程序，不予接收。",
            "d0cf11e0", "是旧版 Office 文件或者加了打开密码的文件，请另存为 PDF、DOCX 或 XLSX，不设密码后重新上传。",
            "52617221", "是压缩包，请解压后逐个上传。",
            "377abcaf", "是压缩包，请解压后逐个上传。",
            "1f8b", "是压缩包，请解压后逐个上传。",
            "49492a00", "是 TIFF 图片，浏览器不能显示，请另存为 JPEG 或 PDF 后上传。",
            "4d4d002a", "是 TIFF 图片，浏览器不能显示，请另存为 JPEG 或 PDF 后上传。");

    private static final List<String> MARKUP =
            List.of("<!doctype", "<html", "<svg", "<script", "<?xml", "<body", "<head");

    private FileCheck() {}

    static FileType typeOf(Path file) {
        try {
            byte[] head = head(file);
            String hex = HexFormat.of().formatHex(head);
            REFUSED.forEach((start, why) -> {
                if (hex.startsWith(start)) {
                    throw wrong(why);
                }
            });
            if (hex.startsWith("ffd8ff")) {
                return FileType.JPEG;
            }
            if (hex.startsWith("89504e470d0a1a0a")) {
                return FileType.PNG;
            }
            if (hex.startsWith("474946383961") || hex.startsWith("474946383761")) {
                return FileType.GIF;
            }
            if (hex.startsWith("255044462d")) {
                return pdf(file);
            }
            return hex.startsWith("504b") ? packed(file) : text(file, head);
        } catch (IOException unreadable) {
            throw wrong("无法读取，请重新上传。");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] head = content.readNBytes(HEAD);
            if (head.length == 0) {
                throw wrong("是空文件，请检查后重新上传。");
            }
            return head;
        }
    }

    /** Without its end it was not saved or sent as a whole; the dictionary that names its encryption is never packed. */
    private static FileType pdf(Path file) throws IOException {
        byte[] ofEncryption = "/Encrypt".getBytes(StandardCharsets.US_ASCII);
        byte[] window = new byte[65_536];
        int kept = 0;
        try (InputStream content = Files.newInputStream(file)) {
            for (int got = content.readNBytes(window, 0, window.length);
                    got > kept;
                    got = kept + content.readNBytes(window, kept, window.length - kept)) {
                if (contains(window, got, ofEncryption)) {
                    throw wrong("是加密的 PDF，别人打不开，请去掉密码后重新上传。");
                }
                int keep = Math.min(ofEncryption.length - 1, got);
                System.arraycopy(window, got - keep, window, 0, keep);
                if (got < window.length) {
                    break;
                }
                kept = keep;
            }
        }
        byte[] end = "%%EOF".getBytes(StandardCharsets.US_ASCII);
        byte[] tail = tail(file);
        if (!contains(tail, tail.length, end)) {
            throw wrong("是不完整的 PDF，请重新扫描或者另存后上传。");
        }
        return FileType.PDF;
    }

    private static byte[] tail(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            content.skipNBytes(Math.max(0, Files.size(file) - TAIL));
            return content.readAllBytes();
        }
    }

    private static boolean contains(byte[] text, int length, byte[] word) {
        for (int i = 0; i + word.length <= length; i++) {
            if (Arrays.equals(text, i, i + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    private static FileType packed(Path file) {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
                throw wrong("加了密码，别人打不开，请去掉密码后重新上传。");
            }
            if (entries.size() > MOST_ENTRIES) {
                throw wrong("内部结构异常，请另存后重新上传。");
            }
            return office(entries.stream().map(ZipArchiveEntry::getName).collect(Collectors.toSet()));
        } catch (IOException broken) {
            throw wrong("不是完整的文档，请打开检查，另存后重新上传。");
        }
    }

    private static FileType office(Set<String> names) {
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
            throw wrong("带有宏，请另存为不带宏的 DOCX 或 XLSX 后上传。");
        }
        if (names.contains("OFD.xml")) {
            return FileType.OFD;
        }
        if (names.contains("[Content_Types].xml") && names.contains("word/document.xml")) {
            return FileType.DOCX;
        }
        if (names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml")) {
            return FileType.XLSX;
        }
        throw wrong("是压缩包或者不支持的文档，请解压后逐个上传。" + WAY_OUT);
    }

    private static FileType text(Path file, byte[] head) throws IOException {
        String begin = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "")
                .strip();
        if (MARKUP.stream().anyMatch(begin.toLowerCase(Locale.ROOT)::startsWith)) {
            throw wrong("是网页或者矢量图，可能带有程序，请另存为 PDF 后上传。");
        }
        if (isText(file, StandardCharsets.UTF_8)) {
            return FileType.TXT;
        }
        if (isText(file, Charset.forName("GB18030"))) {
            return FileType.TXT_GB;
        }
        throw wrong("不是支持的格式。" + WAY_OUT);
    }

    private static boolean isText(Path file, Charset charset) throws IOException {
        try (Reader text = new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(file)),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] buffer = new char[8_192];
            for (int got = text.read(buffer); got >= 0; got = text.read(buffer)) {
                for (int i = 0; i < got; i++) {
                    if (Character.isISOControl(buffer[i]) && "\t\n\r\f".indexOf(buffer[i]) < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    static InvalidInput wrong(String why) {
        return InvalidInput.of("file", "文件", why);
    }
}
