package org.huiyin.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;

/** The README's table of processes and its links are what the project holds. */
class ReadmeTest {
    private static final Pattern ROW =
            Pattern.compile("\\| \\[(\\w+)\\]\\((processes/(\\w+)/\\w+\\.bpmn)\\) \\| (\\w+) \\| ([^|]+?) \\|");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");

    @Test
    void theTableOfProcessesNamesEveryModelByItsIdModuleAndChineseName() throws IOException {
        Set<String> rows = new TreeSet<>();
        Matcher row = ROW.matcher(readme());
        while (row.find()) {
            Process process = Bpmn.readModelFromFile(Path.of(row.group(2)).toFile())
                    .getModelElementsByType(Process.class)
                    .iterator()
                    .next();
            assertThat(row.group(1)).isEqualTo(process.getId());
            assertThat(row.group(4)).isEqualTo(row.group(3));
            assertThat(row.group(5)).isEqualTo(process.getName());
            rows.add(row.group(2));
        }

        assertThat(rows).isEqualTo(models());
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Matcher link = LINK.matcher(readme());
        while (link.find()) {
            assertThat(Path.of(link.group(1))).exists();
        }
    }

    private static Set<String> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.map(Path::toString)
                    .map(file -> file.replace('\\', '/'))
                    .filter(file -> file.endsWith(".bpmn"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
