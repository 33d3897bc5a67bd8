package org.huiyin.casefile;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 内容分类: the list that comes with the system, or the one of the file that the city names. */
@Component
public class ContentClasses {
    private static final String OWN = "/lists/content-classes.csv";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Map<String, ContentClass> byCode = new LinkedHashMap<>();
    private final Map<String, ContentClass> byPath = new LinkedHashMap<>();

    ContentClasses(@Value("${huiyin.content-classes-file:}") String file) {
        try (Reader list = file.isBlank() ? own() : Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            read(list, file.isBlank() ? OWN : file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("content classes are not readable: " + file, unreadable);
        }
    }

    /** All of them, each after the one above it. */
    public List<ContentClass> all() {
        return List.copyOf(byCode.values());
    }

    /** By its code, by its whole way down, or by the name of a class at the top. */
    public Optional<ContentClass> find(String text) {
        String asked = text.strip();
        return Optional.ofNullable(byCode.get(asked))
                .or(() -> Optional.ofNullable(byPath.get(asked.replaceAll("\\s*[/／>＞-]\\s*", "/"))));
    }

    private static Reader own() {
        return new InputStreamReader(
                java.util.Objects.requireNonNull(ContentClasses.class.getResourceAsStream(OWN)),
                StandardCharsets.UTF_8);
    }

    private void read(Reader list, String file) throws IOException {
        for (CSVRecord line : FORMAT.parse(list)) {
            if (line.getRecordNumber() > 1) {
                ContentClass added = contentClass(line, file);
                if (byCode.put(added.code(), added) != null || byPath.put(added.path(), added) != null) {
                    throw wrong(file, line, "编码或者名称重复：" + added.code());
                }
            }
        }
        if (byCode.isEmpty()) {
            throw new IllegalStateException("内容分类文件" + file + "没有内容。");
        }
    }

    private ContentClass contentClass(CSVRecord line, String file) {
        List<String> names = new ArrayList<>();
        Stream.of(1, 2, 3)
                .filter(line::isSet)
                .map(line::get)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        if (!line.get(0).matches("\\d{6}") || names.isEmpty()) {
            throw wrong(file, line, "应为“六位编码,一级,二级,三级”");
        }
        if (names.size() > 1 && !byPath.containsKey(String.join("/", names.subList(0, names.size() - 1)))) {
            throw wrong(file, line, "上一级没有先列出：" + line.get(0));
        }
        return new ContentClass(line.get(0), List.copyOf(names));
    }

    private static IllegalStateException wrong(String file, CSVRecord line, String why) {
        return new IllegalStateException(
                "内容分类文件" + file + "第" + line.getParser().getCurrentLineNumber() + "行：" + why);
    }
}
