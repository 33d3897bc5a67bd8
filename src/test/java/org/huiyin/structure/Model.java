package org.huiyin.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A model as a file of the project: what the rules of the house are checked against. */
record Model(Path file, String text, BpmnModelInstance bpmn) {
    static final Path FOLDER = Path.of("processes");

    private static final List<Model> ALL =
            files(FOLDER, ".bpmn").map(Model::read).toList();

    static List<Model> all() {
        return ALL;
    }

    static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Model read(Path file) {
        try {
            return new Model(file, Files.readString(file), Bpmn.readModelFromFile(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    String id() {
        return process().getId();
    }

    String module() {
        return file.getParent().getFileName().toString();
    }

    <E extends ModelElementInstance> Collection<E> all(Class<E> type) {
        return bpmn.getModelElementsByType(type);
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
