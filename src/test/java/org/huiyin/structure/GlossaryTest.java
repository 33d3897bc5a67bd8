package org.huiyin.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.huiyin.kernel.Labelled;
import org.junit.jupiter.api.Test;

/** docs/glossary.md is the contract between the law's words and the names in code. */
class GlossaryTest {
    /** A word as people read it, and the one name it has in models and code. */
    private record Term(String words, String id) {}

    @Test
    void everyProcessAndEveryTaskIsInTheGlossaryAsItsModelSays() {
        assertThat(rows()).containsAll(Stream.concat(processes(), tasks()).toList());
    }

    @Test
    void everyDecisionTableIsInTheGlossaryAsItsFileSays() {
        assertThat(rows())
                .containsAll(DecisionConventionsTest.tables().stream()
                        .map(DecisionConventionsTest.Table::decision)
                        .map(decision -> new Term(decision.getName(), decision.getId()))
                        .toList());
    }

    @Test
    void everyLabelledConstantIsInTheGlossaryAsItsLabelSays() {
        assertThat(rows())
                .containsAll(constants()
                        .filter(c -> c instanceof Labelled)
                        .map(c -> new Term(((Labelled) c).label(), id(c)))
                        .toList());
    }

    @Test
    void noConstantOfTheGlossaryIsGone() {
        Set<String> known = constants().map(GlossaryTest::id).collect(Collectors.toSet());

        assertThat(rows().stream().map(Term::id).filter(id -> id.matches("[A-Z]\\w+\\.[A-Z_0-9]+")))
                .isSubsetOf(known);
    }

    private static Stream<Term> processes() {
        return Model.all().stream().map(Model::process).map(process -> new Term(process.getName(), process.getId()));
    }

    private static Stream<Term> tasks() {
        return Model.all().stream()
                .flatMap(model -> model.all(Activity.class).stream())
                .map(activity -> new Term(activity.getName(), activity.getId()));
    }

    private static Stream<Enum<?>> constants() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.huiyin").stream()
                        .filter(JavaClass::isEnum)
                        .map(JavaClass::reflect)
                        .filter(Class::isEnum)
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(constant -> (Enum<?>) constant);
    }

    private static String id(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    private static List<Term> rows() {
        try (Stream<String> lines = Files.lines(Path.of("docs", "glossary.md"))) {
            return lines.filter(line -> line.matches("\\|.+\\| `.+` \\|.*"))
                    .map(line -> line.split("\\|", -1))
                    .map(cells -> new Term(cells[1].strip(), cells[2].strip().replace("`", "")))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
