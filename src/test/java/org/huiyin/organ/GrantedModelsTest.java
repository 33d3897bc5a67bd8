package org.huiyin.organ;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GrantedModelsTest {
    @Test
    @DisplayName("新流程须决定谁可查看：全体，或仅专办员")
    void everyModelIsEitherListedForAllOrSealed() throws IOException {
        Set<String> decided = new TreeSet<>(AuthorizationProcess.MODELS);
        decided.addAll(AuthorizationProcess.UNWATCHED_MODELS);
        decided.add(AuthorizationProcess.SEALED_MODEL);
        Set<String> models = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .forEach(name -> models.add(name.replace(".bpmn", "")));
        }

        assertThat(decided).containsAll(models);
        assertThat(AuthorizationProcess.MODELS).doesNotContain(AuthorizationProcess.SEALED_MODEL);
    }
}
