package org.huiyin.browser;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;

/** A part of the screen as a file that is small: screens of words have few colours. */
final class Picture {
    private static final int COLOURS = 64;
    private static final int MARGIN = 6;

    private Picture() {}

    /** What is seen of the elements of this selector, in one frame around them all. */
    static void take(Screen screen, String parts, Path file) throws IOException {
        BufferedImage whole = ImageIO.read(
                new ByteArrayInputStream(((TakesScreenshot) screen.driver()).getScreenshotAs(OutputType.BYTES)));
        Rectangle frame = frame(screen, parts);
        frame.grow(MARGIN, MARGIN);
        Rectangle seen = frame.intersection(new Rectangle(whole.getWidth(), whole.getHeight()));
        Files.createDirectories(file.getParent());
        ImageIO.write(fewColours(whole.getSubimage(seen.x, seen.y, seen.width, seen.height)), "png", file.toFile());
    }

    private static Rectangle frame(Screen screen, String parts) {
        List<?> boxes = (List<?>) screen.script("""
                return [...document.querySelectorAll(arguments[0])]
                    .filter((part) => part.checkVisibility())
                    .map((part) => part.getBoundingClientRect())
                    .map((box) => [box.x, box.y, box.width, box.height].map(Math.round));
                """, parts);
        return boxes == null
                ? new Rectangle()
                : boxes.stream().map(Picture::box).reduce(Rectangle::union).orElseThrow();
    }

    private static Rectangle box(Object numbers) {
        int[] sides = ((List<?>) numbers)
                .stream().mapToInt(side -> ((Number) side).intValue()).toArray();
        return new Rectangle(sides[0], sides[1], sides[2], sides[3]);
    }

    private static BufferedImage fewColours(BufferedImage picture) {
        int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        int[] palette =
                Arrays.stream(dots).boxed().collect(groupingBy(Function.identity(), counting())).entrySet().stream()
                        .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                        .limit(COLOURS)
                        .mapToInt(Map.Entry::getKey)
                        .toArray();
        IndexColorModel colours =
                new IndexColorModel(Byte.SIZE, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int dot = 0; dot < dots.length; dot++) {
            int index = nearest.computeIfAbsent(dots[dot], colour -> nearest(palette, colour));
            small.getRaster().setSample(dot % picture.getWidth(), dot / picture.getWidth(), 0, index);
        }
        return small;
    }

    private static int nearest(int[] palette, int colour) {
        return IntStream.range(0, palette.length)
                .boxed()
                .min(Comparator.comparingInt(index -> distance(palette[index], colour)))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        return IntStream.of(0, 8, 16)
                .map(shift -> ((one >> shift) & 0xff) - ((other >> shift) & 0xff))
                .map(step -> step * step)
                .sum();
    }
}
