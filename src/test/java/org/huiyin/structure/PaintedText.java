package org.huiyin.structure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Chinese labels in a picture, broken into lines of about equal length. */
final class PaintedText {
    private static final int WIDEST = 90;
    private static final Color INK = new Color(0x22242A);
    private static final String FAMILY = family();

    private final Graphics2D canvas;

    PaintedText(Graphics2D canvas) {
        this.canvas = canvas;
    }

    private static String family() {
        Set<String> known =
                Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        return Stream.of("Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei")
                .filter(known::contains)
                .findFirst()
                .orElse(Font.SANS_SERIF);
    }

    /** In the middle of a box. */
    void centred(String words, Rectangle2D box, int size, int style) {
        List<String> lines = lines(words, font(size, style));
        double height = lines.size() * lineHeight(size);
        write(lines, box.getCenterX(), box.getCenterY() - height / 2, size);
    }

    /** From the upper edge of a label downwards. */
    void below(String words, Rectangle2D box, int size) {
        write(lines(words, font(size, Font.PLAIN)), box.getCenterX(), box.getY() - 1, size);
    }

    private void write(List<String> lines, double middle, double top, int size) {
        canvas.setColor(INK);
        for (int i = 0; i < lines.size(); i++) {
            double width = canvas.getFontMetrics()
                    .getStringBounds(lines.get(i), canvas)
                    .getWidth();
            canvas.drawString(lines.get(i), (float) (middle - width / 2), (float) (top + i * lineHeight(size) + size));
        }
    }

    private List<String> lines(String words, Font font) {
        canvas.setFont(font);
        double width = canvas.getFontMetrics().getStringBounds(words, canvas).getWidth();
        int count = (int) Math.ceil(width / WIDEST);
        int length = (int) Math.ceil((double) words.length() / count);
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < words.length(); from += length) {
            lines.add(words.substring(from, Math.min(words.length(), from + length)));
        }
        return lines;
    }

    private static Font font(int size, int style) {
        return new Font(FAMILY, style, size);
    }

    private static double lineHeight(int size) {
        return size * 1.25;
    }
}
