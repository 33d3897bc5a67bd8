package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.testkit.CoversAllRowsOf;
import org.huiyin.testkit.DecisionTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CoversAllRowsOf("acceptance")
@DisplayName("第二十九条、第三十条、第三十一条 类别建议")
class AcceptanceTableTest {
    private static final DecisionTable TABLE = DecisionTable.of("acceptance");

    @ParameterizedTest(name = "{0}, 检举{1} 建议{2} 请求{3} 违法{4} -> {5}: {6}")
    @CsvSource({
        "ACCUSATION, 5, 0, 0, 0, accusationByPurposeAndWords, ACCUSATION",
        "ACCUSATION, 1, 0, 9, 9, accusationByPurposeAndWords, ACCUSATION",
        "ACCUSATION, 0, 0, 0, 4, violationOfOthers, APPEAL",
        "ACCUSATION, 0, 0, 0, 3, accusationByPurposeAlone, ACCUSATION",
        "REQUEST, 5, 0, 9, 0, accusationByWords, ACCUSATION",
        "SUGGESTION, 5, 9, 0, 0, accusationByWords, ACCUSATION",
        "SUGGESTION, 0, 0, 5, 0, suggestionByPurpose, SUGGESTION",
        "SUGGESTION, 0, 9, 6, 0, appealOtherwise, APPEAL",
        "OTHER, 2, 4, 2, 3, suggestionByWords, SUGGESTION",
        "OTHER, 0, 4, 3, 0, appealOtherwise, APPEAL",
        "OTHER, 0, 3, 0, 0, appealOtherwise, APPEAL",
        "REQUEST, 4, 0, 0, 0, appealWithTraceOfAccusation, APPEAL",
        "OTHER, 3, 9, 0, 0, appealWithTraceOfAccusation, APPEAL",
        "ENQUIRY, 0, 0, 0, 0, appealOtherwise, APPEAL"
    })
    void eachRowHasItsCase(
            String purpose,
            int accusation,
            int suggestion,
            int grievance,
            int duty,
            String row,
            PetitionClass proposed) {
        var fired = TABLE.ask(Map.of(
                "purpose", purpose,
                "proceedingBegun", false,
                "accusation", accusation,
                "suggestion", suggestion,
                "grievance", grievance,
                "duty", duty));

        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).rule()).isEqualTo(row);
        assertThat(fired.get(0).says()).containsEntry("petitionClass", proposed.name());
    }

    @ParameterizedTest(name = "{0}, 检举{1} 建议{2} -> {3}: {4}")
    @CsvSource({
        "SUGGESTION, 0, 9, appealByProceeding, APPEAL",
        "REQUEST, 2, 0, appealByProceeding, APPEAL",
        "REQUEST, 4, 0, appealByProceedingWithTrace, APPEAL",
        "OTHER, 5, 0, accusationByWords, ACCUSATION",
        "ACCUSATION, 0, 0, accusationByPurposeAlone, ACCUSATION"
    })
    @DisplayName("登记时记明已经进入程序的，是申诉求决；检举控告仍是检举控告")
    void whatHasBegunElsewhereIsAClaim(
            String purpose, int accusation, int suggestion, String row, PetitionClass proposed) {
        var fired = TABLE.ask(Map.of(
                "purpose",
                purpose,
                "proceedingBegun",
                true,
                "accusation",
                accusation,
                "suggestion",
                suggestion,
                "grievance",
                0,
                "duty",
                0));

        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).rule()).isEqualTo(row);
        assertThat(fired.get(0).says()).containsEntry("petitionClass", proposed.name());
    }

    @Test
    void thereIsNoGapAndEveryAnswerHasItsReasonAndArticle() {
        List<Integer> scores = List.of(0, 3, 5, 9);

        assertThat(TABLE.everyQuestion(
                        Map.of("accusation", scores, "suggestion", scores, "grievance", scores, "duty", scores)))
                .hasSize(2 * 6 * 256)
                .allSatisfy(question -> assertThat(TABLE.ask(question))
                        .hasSize(1)
                        .allSatisfy(row -> {
                            assertThat(PetitionClass.values())
                                    .extracting(Enum::name)
                                    .contains((String) row.says().get("petitionClass"));
                            assertThat((String) row.says().get("basis")).startsWith("第");
                            assertThat((String) row.says().get("reason")).isNotBlank();
                        }));
    }
}
