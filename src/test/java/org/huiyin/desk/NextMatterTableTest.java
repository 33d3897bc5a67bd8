package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huiyin.testkit.CoversAllRowsOf;
import org.huiyin.testkit.DecisionTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CoversAllRowsOf("nextMatter")
@DisplayName("取下一件的次序：分值和理由")
class NextMatterTableTest {
    private static final DecisionTable TABLE = DecisionTable.of("nextMatter");
    /** One value from each stretch that the rows tell apart. */
    private static final Map<String, List<Integer>> DAYS =
            Map.of("daysLeft", List.of(-7, 1, 2, 7, 8), "daysUntaken", List.of(2, 3, 7));

    @ParameterizedTest(name = "紧急{0} {1} 距到期{2} 集体{3} 重复{4} 等候{5} -> {6} {7}分")
    @CsvSource({
        "false, GREEN, 30, false, false, 0, '', 0",
        "true, GREEN, 30, false, false, 0, urgentMatter, 1000",
        "false, OVERDUE, 30, false, false, 0, overdue, 400",
        "false, RED, 30, false, false, 0, red, 300",
        "false, YELLOW, 30, false, false, 0, yellow, 200",
        "false, GREEN, -7, false, false, 0, longPastDue, 60",
        "false, GREEN, -6, false, false, 0, dueNow, 80",
        "false, GREEN, 1, false, false, 0, dueNow, 80",
        "false, GREEN, 2, false, false, 0, dueSoon, 50",
        "false, GREEN, 3, false, false, 0, dueSoon, 50",
        "false, GREEN, 4, false, false, 0, dueThisWeek, 20",
        "false, GREEN, 7, false, false, 0, dueThisWeek, 20",
        "false, GREEN, 8, false, false, 0, '', 0",
        "false, GREEN, 30, true, false, 0, collective, 80",
        "false, GREEN, 30, false, true, 0, repeated, 60",
        "false, GREEN, 30, false, false, 2, '', 0",
        "false, GREEN, 30, false, false, 3, untaken, 20",
        "false, GREEN, 30, false, false, 6, untaken, 20",
        "false, GREEN, 30, false, false, 7, longUntaken, 40",
        "true, OVERDUE, -9, true, true, 9, urgentMatter overdue longPastDue collective repeated longUntaken, 1640"
    })
    void eachRowHasItsCase(
            boolean urgent,
            String lamp,
            int daysLeft,
            boolean collective,
            boolean repeated,
            int daysUntaken,
            String rows,
            int points) {
        List<DecisionTable.Fired> fired = TABLE.ask(Map.of(
                "urgent", urgent,
                "lamp", lamp,
                "daysLeft", daysLeft,
                "collective", collective,
                "repeated", repeated,
                "daysUntaken", daysUntaken));

        assertThat(fired)
                .extracting(DecisionTable.Fired::rule)
                .isEqualTo(Arrays.stream(rows.split(" "))
                        .filter(row -> !row.isEmpty())
                        .toList());
        assertThat(points(fired)).isEqualTo(points);
    }

    @Test
    @DisplayName("R58 标为重大紧急的先于其他一切事项")
    void nothingGoesBeforeWhatIsMarkedAsUrgent() {
        List<Map<String, Object>> questions = TABLE.everyQuestion(DAYS);
        int leastUrgent = questions.stream()
                .filter(question -> question.get("urgent").equals(true))
                .mapToInt(question -> points(TABLE.ask(question)))
                .min()
                .orElseThrow();

        assertThat(questions.stream().filter(question -> question.get("urgent").equals(false)))
                .allSatisfy(question -> assertThat(points(TABLE.ask(question))).isLessThan(leastUrgent));
    }

    @Test
    void everyReasonIsGivenWithItsPointsAndNoStepIsDueTwice() {
        assertThat(TABLE.everyQuestion(DAYS)).allSatisfy(question -> {
            List<DecisionTable.Fired> fired = TABLE.ask(question);
            assertThat(fired).allSatisfy(row -> {
                assertThat(String.valueOf(row.says().get("reason"))).isNotBlank();
                assertThat((Integer) row.says().get("points")).isPositive();
            });
            assertThat(fired).filteredOn(row -> row.rule().startsWith("due")).hasSizeLessThanOrEqualTo(1);
        });
    }

    private static int points(List<DecisionTable.Fired> fired) {
        return fired.stream()
                .mapToInt(row -> (Integer) row.says().get("points"))
                .sum();
    }
}
