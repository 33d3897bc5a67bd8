package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.casefile.Proceeding;
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
        var fired = TABLE.ask(question(
                Map.of(
                        "partyAppeal", partyAppeal,
                        "litigation", litigation,
                        "arbitration", arbitration,
                        "administrative", administrative,
                        "duty", duty),
                List.of()));

        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).rule()).isEqualTo(row);
        assertThat(fired.get(0).says()).containsEntry("route", proposed.name());
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource({
        "COURT, courtKnown, LITIGATION, 法院已受理或者已作出裁判, 第三十一条第一项",
        "PROSECUTION, prosecutionKnown, LITIGATION, 公安机关或者检察机关已受理, 第三十一条第一项",
        "ARBITRATION, arbitrationKnown, ARBITRATION, 仲裁机构已受理或者已裁决, 第三十一条第二项",
        "RECONSIDERATION, reconsiderationKnown, ADMINISTRATIVE, 行政复议机关已受理或者已决定, 第三十一条第四项",
        "REVIEW, reviewKnown, PETITION, 已有信访复查意见或者复核意见, 第三十六条",
        "COURT ARBITRATION REVIEW, courtKnown, LITIGATION, 法院, 第三十一条第一项",
        "REVIEW RECONSIDERATION, reconsiderationKnown, ADMINISTRATIVE, 行政复议, 第三十一条第四项"
    })
    @DisplayName("登记时记明的事实先于来信的用语，写明事实和条款")
    void whatIsKnownGoesBeforeTheWords(String known, String row, Route proposed, String reason, String basis) {
        var fired = TABLE.ask(question(
                Map.of("partyAppeal", 9, "litigation", 9, "arbitration", 9, "administrative", 9, "duty", 9),
                Stream.of(known.split(" ")).map(Proceeding::valueOf).toList()));

        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).rule()).isEqualTo(row);
        assertThat(fired.get(0).says())
                .containsEntry("route", proposed.name())
                .containsEntry("basis", basis)
                .containsEntry("explained", true);
        assertThat((String) fired.get(0).says().get("reason")).contains("登记时记明", reason);
    }

    private static Map<String, Object> question(Map<String, Integer> scores, List<Proceeding> known) {
        Map<String, Object> question = new HashMap<>(scores);
        for (Proceeding proceeding : Proceeding.values()) {
            question.put(proceeding.fact(), known.contains(proceeding));
        }
        return question;
    }

    @Test
    void thereIsNoGapAndEveryRouteIsAnAnswer() {
        List<Integer> scores = List.of(0, 9);
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

        assertThat(answers).hasSize(1024).allSatisfy(rows -> assertThat(rows).hasSize(1));
        assertThat(answers.stream()
                        .map(rows -> Route.valueOf((String) rows.get(0).says().get("route"))))
                .contains(Route.values());
    }
}
