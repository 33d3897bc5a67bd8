package org.huiyin.testkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people bring them, made on the spot. */
public final class SampleFiles {
    private SampleFiles() {}

    /** Something like the scan of a page. */
    public static byte[] scan(String format) {
        BufferedImage page = new BufferedImage(400, 560, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 560);
        pen.setColor(Color.DARK_GRAY);
        for (int line = 60; line < 500; line += 24) {
            pen.fillRect(40, line, 280 + line % 40, 6);
        }
        pen.dispose();
        return written(out -> ImageIO.write(page, format, out));
    }

    public static byte[] pdf() {
        return text("""
                %PDF-1.4
                1 0 obj
                << /Type /Catalog /Pages 2 0 R >>
                endobj
                2 0 obj
                << /Type /Pages /Kids [] /Count 0 >>
                endobj
                trailer << /Size 3 /Root 1 0 R >>
                startxref
                9
                %%EOF
                """);
    }

    /** A long one, whose word of encryption stands at this distance from the beginning. */
    public static byte[] encryptedPdf(int at) {
        return text("%PDF-1.7\n" + "%".repeat(at - 9) + "/Encrypt 5 0 R\nstartxref\n9\n%%EOF\n");
    }

    public static byte[] docx(String... more) {
        return zip(with(more, "[Content_Types].xml", "word/document.xml"));
    }

    public static byte[] xlsx() {
        return zip("[Content_Types].xml", "xl/workbook.xml");
    }

    public static byte[] zip(String... entries) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (String entry : entries) {
                    zip.putNextEntry(new ZipEntry(entry));
                    zip.write(entry.getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        });
    }

    /** The same that a locked archive says of itself: the first bit of the flags, at the entry and in the directory. */
    public static byte[] lockedZip() {
        byte[] zip = docx();
        for (int i = 0; i + 10 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3) {
                zip[i + 6] |= 1;
            } else if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    public static byte[] executable() {
        return text("MZ\u0090\u0000\u0003 This program cannot be run in DOS mode.");
    }

    /** A photograph that no compression makes smaller. */
    public static byte[] bigPhoto(int bytes) {
        byte[] photo = new byte[bytes];
        new Random(20260301).nextBytes(photo);
        byte[] start = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
        System.arraycopy(start, 0, photo, 0, start.length);
        return photo;
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String[] with(String[] more, String... entries) {
        String[] all = new String[more.length + entries.length];
        System.arraycopy(entries, 0, all, 0, entries.length);
        System.arraycopy(more, 0, all, entries.length, more.length);
        return all;
    }

    @FunctionalInterface
    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
