package org.huiyin.simplified;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.Procedure;
import org.huiyin.testkit.CoversAllRowsOf;
import org.huiyin.testkit.DecisionTable;
import org.huiyin.testkit.DecisionTable.Fired;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CoversAllRowsOf("simplifiedEligibility")
@DisplayName("R46 简易程序建议：《信访事项简易办理办法》第四条、第五条")
class SimplifiedEligibilityTableTest {
    private static final DecisionTable TABLE = DecisionTable.of("simplifiedEligibility");
    private static final Set<String> EXCLUSIONS = Set.of(
            "anotherClass", "legalRoute", "assigned", "repeated", "severalBodies", "jointPetition", "majorOrUrgent");

    /** A first matter of one person that a word calls daily: nothing is against it. */
    private static final Map<String, Object> ELIGIBLE = Map.ofEntries(
            Map.entry("way", "PETITION"),
            Map.entry("assigned", false),
            Map.entry("repeated", false),
            Map.entry("several", false),
            Map.entry("joint", false),
            Map.entry("pressing", false),
            Map.entry("affected", 1),
            Map.entry("hard", 0),
            Map.entry("purpose", "REQUEST"),
            Map.entry("daily", 2),
            Map.entry("length", 300));

    @ParameterizedTest(name = "{0} = {1} -> {2}")
    @CsvSource({
        "way, SUGGESTION, anotherClass",
        "way, ACCUSATION, anotherClass",
        "way, LEGAL, legalRoute",
        "assigned, true, assigned",
        "repeated, true, repeated",
        "several, true, severalBodies",
        "joint, true, jointPetition",
        "pressing, true, majorOrUrgent"
    })
    @DisplayName("每一种排除情形单独出现，即不得适用")
    void eachExclusionAloneShutsTheProcedure(String fact, String value, String row) {
        Fired fired = ask(fact, fact.equals("way") ? value : (Object) Boolean.valueOf(value));

        assertThat(fired.rule()).isEqualTo(row);
        assertThat(fired.says()).containsEntry("procedure", "ORDINARY").containsEntry("excluded", true);
    }

    @ParameterizedTest(name = "人数{0} 疑难{1} {2} 日常{3} 字数{4} -> {5}")
    @CsvSource({
        "30, 0, ENQUIRY, 9, 10, manyAffected, ORDINARY, true",
        "29, 3, ENQUIRY, 9, 10, likelyHard, ORDINARY, true",
        "29, 2, ENQUIRY, 0, 900, enquiry, SIMPLIFIED, false",
        "1, 2, REQUEST, 2, 400, dailyLife, SIMPLIFIED, false",
        "1, 2, REQUEST, 9, 401, ordinaryOtherwise, ORDINARY, true",
        "1, 0, REQUEST, 1, 150, clearAndShort, SIMPLIFIED, false",
        "1, 1, REQUEST, 1, 150, ordinaryOtherwise, ORDINARY, true",
        "1, 0, REQUEST, 1, 151, ordinaryOtherwise, ORDINARY, true"
    })
    void whatIsNotShutOutIsProposedBySigns(
            int affected,
            int hard,
            String purpose,
            int daily,
            int length,
            String row,
            Procedure proposed,
            boolean explained) {
        Map<String, Object> facts = new HashMap<>(ELIGIBLE);
        facts.putAll(Map.of("affected", affected, "hard", hard, "purpose", purpose, "daily", daily, "length", length));

        Fired fired = TABLE.ask(facts).get(0);

        assertThat(fired.rule()).isEqualTo(row);
        assertThat(fired.says())
                .containsEntry("procedure", proposed.name())
                .containsEntry("excluded", false)
                .containsEntry("explained", explained);
    }

    @Test
    void thereIsNoGapAndWhatIsShutOutIsNeverProposed() {
        var answers = TABLE
                .everyQuestion(Map.of(
                        "affected", List.of(1, 30),
                        "hard", List.of(0, 1, 3),
                        "daily", List.of(0, 2),
                        "length", List.of(150, 401)))
                .stream()
                .filter(SimplifiedEligibilityTableTest::asksOfOneKind)
                .map(TABLE::ask)
                .toList();

        assertThat(answers).hasSize(4 * 32 + 6 * 24 - 1).allSatisfy(rows -> {
            assertThat(rows).hasSize(1);
            Map<String, Object> says = rows.get(0).says();
            boolean excluded = EXCLUSIONS.contains(rows.get(0).rule());
            assertThat(says).containsEntry("excluded", excluded);
            assertThat(excluded && says.get("procedure").equals("SIMPLIFIED")).isFalse();
        });
    }

    /** What is shut out is shut out whatever the signs say, so not every sign is asked with every exclusion. */
    private static boolean asksOfOneKind(Map<String, Object> question) {
        boolean nothingAgainst = question.get("way").equals("PETITION") && !question.containsValue(true);
        boolean oneSetOfSigns = question.get("purpose").equals("REQUEST")
                && question.get("affected").equals(1)
                && question.get("hard").equals(0)
                && question.get("daily").equals(2)
                && question.get("length").equals(150);
        return nothingAgainst || oneSetOfSigns;
    }

    private static Fired ask(String fact, Object value) {
        Map<String, Object> facts = new HashMap<>(ELIGIBLE);
        facts.put(fact, value);
        return TABLE.ask(facts).get(0);
    }
}
