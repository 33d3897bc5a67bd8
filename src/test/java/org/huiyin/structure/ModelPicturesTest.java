package org.huiyin.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

/**
 * Every model has a picture in docs/diagrams, drawn from the model as it is now: the picture carries the fingerprint of
 * the model it shows. After a change of a model: {@code mvn test -Dtest=ModelPicturesTest -Dpictures=paint}.
 */
class ModelPicturesTest {
    private static final Path FOLDER = Path.of("docs", "diagrams");
    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final String FINGERPRINT = "model-sha256";

    static List<Model> models() {
        return Model.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theModelHasAPictureOfItsPresentState(Model model) throws Exception {
        Path picture = FOLDER.resolve(model.id() + ".png");
        String now = sha256(model.text());
        if ("paint".equals(System.getProperty("pictures")) && !(Files.exists(picture) && now.equals(shown(picture)))) {
            write(ModelPainter.paint(model), now, picture);
        }

        assertThat(picture).exists();
        assertThat(shown(picture))
                .as(
                        "%s shows an older state of the model, paint it again: mvn test -Dtest=%s -Dpictures=paint",
                        picture, getClass().getSimpleName())
                .isEqualTo(now);
    }

    @Test
    void thereIsNoPictureWithoutAModel() {
        List<String> processes = Model.all().stream().map(Model::id).toList();

        assertThat(Model.files(FOLDER, ".png"))
                .extracting(file -> file.getFileName().toString().replace(".png", ""))
                .isSubsetOf(processes);
    }

    private static void write(BufferedImage image, String fingerprint, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        IIOMetadata about = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", FINGERPRINT);
        entry.setAttribute("value", fingerprint);
        IIOMetadataNode entries = new IIOMetadataNode("tEXt");
        entries.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(entries);
        about.mergeTree(FORMAT, root);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, about));
        } finally {
            writer.dispose();
        }
    }

    private static String shown(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            NodeList entries = ((org.w3c.dom.Element) reader.getImageMetadata(0).getAsTree(FORMAT))
                    .getElementsByTagName("tEXtEntry");
            for (int i = 0; i < entries.getLength(); i++) {
                org.w3c.dom.Element entry = (org.w3c.dom.Element) entries.item(i);
                if (FINGERPRINT.equals(entry.getAttribute("keyword"))) {
                    return entry.getAttribute("value");
                }
            }
            return "";
        } finally {
            reader.dispose();
        }
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
