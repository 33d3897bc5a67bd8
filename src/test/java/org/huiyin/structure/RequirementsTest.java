package org.huiyin.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/requirements.md is honest: complete, and what it calls built has a test of that name. */
class RequirementsTest {
    private record Row(String id, String state, List<String> tests) {}

    @Test
    void everyRequirementAndClockIsThereOnce() throws IOException {
        List<String> expected = new ArrayList<>();
        IntStream.rangeClosed(1, 62).mapToObj(n -> "R" + n).forEach(expected::add);
        IntStream.rangeClosed(1, 25).mapToObj(n -> "D" + n).forEach(expected::add);
        expected.addAll(List.of("D2a", "D5a", "D15a"));

        assertThat(rows().stream().map(Row::id).filter(id -> !id.matches("\\d+")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatIsBuiltNamesTestsThatExistAndWhatIsNotNamesNone() throws IOException {
        Set<String> tests = testClasses();

        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.state()).matches("built|partly: .+|not built");
            assertThat(row.tests().isEmpty()).as(row.id()).isEqualTo(row.state().equals("not built"));
            assertThat(tests).as(row.id()).containsAll(row.tests());
        });
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("docs", "requirements.md")).stream()
                .filter(line -> line.matches("\\| [RD]?\\d+a? \\|.*"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(
                        cells[1].strip(),
                        cells[3].strip(),
                        Stream.of(cells[4].split(",", -1))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .toList()))
                .toList();
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
