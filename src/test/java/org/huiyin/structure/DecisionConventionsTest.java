package org.huiyin.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules every decision table obeys; that each of its rows can fire is shown by the test of its name. */
class DecisionConventionsTest {
    private static final String CHOSEN_ID = "[a-z][A-Za-z0-9]{2,}";
    private static final String CHINESE = ".*\\p{IsHan}.*";
    private static final Pattern ALLOWED = Pattern.compile("\"[A-Za-z0-9_.-]+\"(,\"[A-Za-z0-9_.-]+\")*");
    /** An article of the regulation, a document by its number, or our own choice, said to be one. */
    private static final Pattern SOURCE = Pattern.compile("第[\\p{IsHan}]+条|〔\\d{4}〕|本系统");

    record Table(Path file, String text, DmnModelInstance dmn) {
        static Table read(Path file) {
            try {
                return new Table(file, Files.readString(file), Dmn.readModelFromFile(file.toFile()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        Decision decision() {
            return dmn.getModelElementsByType(Decision.class).iterator().next();
        }

        org.camunda.bpm.model.dmn.instance.DecisionTable table() {
            return (org.camunda.bpm.model.dmn.instance.DecisionTable) decision().getExpression();
        }

        String module() {
            return file.getParent().getFileName().toString();
        }

        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    static List<Table> tables() {
        return Model.files(Model.FOLDER, ".dmn").map(Table::read).toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("tables")
    void theFileIsNamedAfterItsOneDecisionAndLiesInTheFolderOfItsModule(Table table) {
        assertThat(table.dmn().getModelElementsByType(Decision.class)).hasSize(1);
        assertThat(table).hasToString(table.decision().getId() + ".dmn");
        assertThat(table.decision().getId()).matches(CHOSEN_ID);
        assertThat(table.decision().getName()).matches(CHINESE);
        assertThat(Path.of("src/main/java/org/huiyin", table.module(), "package-info.java"))
                .exists();
        assertThat(table.decision().getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(table.text())
                .contains("modeler:executionPlatform=\"Camunda Platform\"")
                .contains("modeler:executionPlatformVersion=\"7.24.0\"");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("tables")
    void itIsAskedForNamedFactsWithChineseHeaders(Table table) {
        assertThat(table.table().getInputs()).isNotEmpty().allSatisfy((Input input) -> {
            assertThat(input.getInputExpression().getText().getTextContent().strip())
                    .matches(CHOSEN_ID);
            assertThat(input.getLabel()).matches(CHINESE);
            String type = input.getInputExpression().getTypeRef();
            assertThat(type).isIn("boolean", "integer", "string");
            if (type.equals("string")) {
                assertThat(input.getInputValues().getText().getTextContent())
                        .as("values allowed for %s", input.getLabel())
                        .matches(ALLOWED);
            }
        });
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("tables")
    void itAnswersInNamedColumnsWithChineseHeaders(Table table) {
        assertThat(table.table().getOutputs()).isNotEmpty().allSatisfy((Output output) -> {
            assertThat(output.getName()).matches(CHOSEN_ID);
            assertThat(output.getLabel()).matches(CHINESE);
            assertThat(output.getTypeRef()).isIn("boolean", "integer", "string");
        });
        assertThat(table.table().getOutputs()).extracting(Output::getName).doesNotHaveDuplicates();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("tables")
    void everyRowHasAChosenIdAndSaysWhereItComesFrom(Table table) {
        assertThat(table.table().getRules()).isNotEmpty().allSatisfy((Rule rule) -> {
            assertThat(rule.getId()).matches(CHOSEN_ID);
            assertThat(rule.getDescription())
                    .as("annotation of %s", rule.getId())
                    .isNotNull();
            assertThat(rule.getDescription().getTextContent())
                    .as("annotation of %s", rule.getId())
                    .containsPattern(SOURCE);
        });
    }

    /** First: the order says what goes before, and the last row leaves no gap. Unique: the engine refuses an overlap. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("tables")
    void itsHitPolicyIsOneOfThreeAndFirstEndsWithARowForTheRest(Table table) {
        assertThat(table.table().getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.COLLECT);
        assertThat(table.table().getAggregation()).isNull();
        if (table.table().getHitPolicy() == HitPolicy.FIRST) {
            List<Rule> rules = List.copyOf(table.table().getRules());
            assertThat(rules.get(rules.size() - 1).getInputEntries())
                    .as("the last row asks nothing")
                    .extracting((InputEntry entry) ->
                            entry.getText().getTextContent().strip())
                    .allMatch(cell -> Set.of("", "-").contains(cell));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("tables")
    void itsTestMakesEveryRowFire(Table table) throws IOException {
        String key = table.decision().getId();
        String name = Character.toUpperCase(key.charAt(0)) + key.substring(1) + "TableTest";
        Path test = Path.of("src/test/java/org/huiyin", table.module(), name + ".java");

        assertThat(test).exists();
        assertThat(Files.readString(test)).contains("@CoversAllRowsOf(\"" + key + "\")");
    }
}
