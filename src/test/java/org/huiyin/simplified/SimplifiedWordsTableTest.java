package org.huiyin.simplified;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huiyin.simplified.Eligibility.Mark;
import org.huiyin.testkit.CoversAllRowsOf;
import org.huiyin.testkit.DecisionTable;
import org.huiyin.testkit.DecisionTable.Fired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@CoversAllRowsOf("simplifiedWords")
class SimplifiedWordsTableTest {
    private static final DecisionTable TABLE = DecisionTable.of("simplifiedWords");

    @ParameterizedTest
    @EnumSource(Mark.class)
    void everyMarkHasWordsWithAWeightAndNoneTwice(Mark mark) {
        List<Fired> rows = TABLE.ask(Map.of("mark", mark.name()));

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat((Integer) row.says().get("weight")).isBetween(1, 5));
        assertThat(rows.stream().flatMap(row -> words(row).stream()))
                .doesNotHaveDuplicates()
                .allMatch(word -> !word.isBlank() && word.equals(word.strip()));
    }

    @Test
    void itIsAskedForEveryMarkThereIs() {
        assertThat(TABLE.everyQuestion(Map.of()))
                .extracting(question -> question.get("mark"))
                .containsExactlyElementsOf(
                        Arrays.stream(Mark.values()).map(Enum::name).toList());
    }

    private static List<String> words(Fired row) {
        return List.of(((String) row.says().get("words")).split("、", -1));
    }
}
