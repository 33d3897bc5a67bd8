package org.huiyin.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.huiyin.organ.Role;
import org.junit.jupiter.api.Test;

/** docs/handbook says what the screens say: every task, every field, a page for every role. */
class HandbookTest {
    private static final Path HANDBOOK = Path.of("docs", "handbook");
    private static final long LARGEST_PICTURE = 150_000;
    private static final Pattern LINK = Pattern.compile("]\\(((?:pictures/)?[^):/]+)\\)|]\\((\\.\\./[^)]+)\\)");

    @Test
    void everyUserTaskIsExplainedByItsName() {
        assertThat(Model.all().stream()
                        .flatMap(model -> model.all(UserTask.class).stream())
                        .map(UserTask::getName))
                .allSatisfy(name -> assertThat(handbook()).contains(name));
    }

    @Test
    void everyFieldIsExplainedByItsLabel() {
        assertThat(Model.files(Path.of("forms"), ".form").flatMap(HandbookTest::labels))
                .allSatisfy(label -> assertThat(handbook()).contains(label));
    }

    @Test
    void everyRoleFindsItsPageInTheIndex() {
        List<String> rows = read(HANDBOOK.resolve("index.md"))
                .lines()
                .filter(line -> line.matches("\\|.+\\.md\\).*"))
                .toList();

        assertThat(Arrays.stream(Role.values()).map(Role::label))
                .allSatisfy(label -> assertThat(rows).anyMatch(row -> row.split("\\|", -1)[1].contains(label)));
    }

    @Test
    void everyLinkAndPictureIsThere() {
        assertThat(links())
                .allSatisfy(link -> assertThat(HANDBOOK.resolve(link)).exists());
    }

    @Test
    void everyRoleSeesItsScreenOnAPageOfItsOwn() {
        List<String> rows = read(HANDBOOK.resolve("index.md"))
                .lines()
                .filter(line -> line.matches("\\|.+\\.md\\).*"))
                .toList();

        assertThat(rows)
                .allSatisfy(row -> assertThat(LINK.matcher(row).results().map(link -> link.group(1)))
                        .anySatisfy(
                                page -> assertThat(read(HANDBOOK.resolve(page))).contains("](pictures/")));
    }

    @Test
    void everyPictureOfAScreenIsSmall() {
        assertThat(Model.files(HANDBOOK.resolve("pictures"), ".png"))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(picture.toFile().length()).isLessThan(LARGEST_PICTURE));
    }

    private static Stream<String> labels(Path form) {
        try {
            JsonNode fields = new JsonMapper().readTree(form.toFile()).path("components");
            return StreamSupport.stream(fields.spliterator(), false)
                    .filter(field -> field.has("key"))
                    .map(field ->
                            field.path("label").asText(field.path("dateLabel").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> links() {
        return LINK.matcher(handbook())
                .results()
                .map((MatchResult link) -> link.group(1) == null ? link.group(2) : link.group(1));
    }

    private static String handbook() {
        return Model.files(HANDBOOK, ".md").map(HandbookTest::read).collect(Collectors.joining("\n"));
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
