package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Route;
import org.huiyin.testkit.CoversAllRowsOf;
import org.huiyin.testkit.DecisionTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CoversAllRowsOf("route")
@DisplayName("第三十一条第一项至第六项 途径建议")
class RouteTableTest {
    private static final DecisionTable TABLE = DecisionTable.of("route");

    @ParameterizedTest(name = "党员{0} 涉诉{1} 仲裁{2} 行政{3} 查处{4} -> {5}: {6}")
    @CsvSource({
        "5, 9, 9, 9, 9, partyAppeal, PARTY_APPEAL",
        "0, 5, 9, 9, 9, litigation, LITIGATION",
        "0, 4, 5, 9, 9, arbitration, ARBITRATION",
        "0, 4, 4, 5, 9, administrative, ADMINISTRATIVE",
        "0, 4, 4, 4, 6, duty, DUTY",
        "4, 4, 4, 4, 5, petitionOtherwise, PETITION",
        "0, 0, 0, 0, 0, petitionOtherwise, PETITION"
    })
    void eachRowHasItsCase(
            int partyAppeal,
            int litigation,
            int arbitration,
            int administrative,
            int duty,
            String row,
            Route proposed) {
        var fired = TABLE.ask(Map.of(
                "partyAppeal", partyAppeal,
                "litigation", litigation,
                "arbitration", arbitration,
                "administrative", administrative,
                "duty", duty));

        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).rule()).isEqualTo(row);
        assertThat(fired.get(0).says()).containsEntry("route", proposed.name());
    }

    @Test
    void thereIsNoGapAndEveryRouteIsAnAnswer() {
        List<Integer> scores = List.of(0, 5, 9);
        var answers = TABLE
                .everyQuestion(Map.of(
                        "partyAppeal", scores,
                        "litigation", scores,
                        "arbitration", scores,
                        "administrative", scores,
                        "duty", scores))
                .stream()
                .map(TABLE::ask)
                .toList();

        assertThat(answers).hasSize(243).allSatisfy(rows -> assertThat(rows).hasSize(1));
        assertThat(answers.stream()
                        .map(rows -> Route.valueOf((String) rows.get(0).says().get("route"))))
                .contains(Route.values());
    }
}
