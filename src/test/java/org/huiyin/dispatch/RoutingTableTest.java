package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.organ.OrganLevel;
import org.huiyin.testkit.CoversAllRowsOf;
import org.huiyin.testkit.DecisionTable;
import org.huiyin.testkit.DecisionTable.Fired;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CoversAllRowsOf("routing")
@DisplayName("R6 第二十二条 转送单位建议：routing.dmn")
class RoutingTableTest {
    private final DecisionTable table = DecisionTable.of("routing");

    @ParameterizedTest
    @CsvSource({
        "LISTED, INSIDE, STREET, listedStreet, 1",
        "LISTED, INSIDE, DISTRICT, listedDistrict, 2",
        "CLASS, INSIDE, DISTRICT, classDistrict, 3",
        "LISTED, INSIDE, CITY, listedCity, 4",
        "LISTED, UNKNOWN, CITY, listedCity, 4",
        "CLASS, INSIDE, STREET, classStreet, 5",
        "CLASS, INSIDE, CITY, classCity, 6",
        "CLASS, UNKNOWN, CITY, classCity, 6",
        "NONE, INSIDE, STREET, territoryStreet, 7"
    })
    void theLowestOrganWhoseListNamesTheMatterComesFirst(
            DutyMatch duty, Territory territory, OrganLevel level, String rule, int order) {
        List<Fired> rows = table.ask(Map.of("duty", duty.name(), "territory", territory.name(), "level", level.name()));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.rule()).isEqualTo(rule);
            assertThat(row.says()).containsEntry("order", order);
            assertThat(row.says().get("reason")).asString().isNotBlank();
        });
    }

    @Test
    @DisplayName("没有空档：其余情形都由人工选择")
    void everythingElseIsLeftToThePerson() {
        List<Map<String, Object>> questions = table.everyQuestion(Map.of());

        assertThat(questions)
                .hasSize(DutyMatch.values().length * Territory.values().length * OrganLevel.values().length)
                .allSatisfy(question -> assertThat(table.ask(question)).hasSize(1));
        assertThat(questions.stream().map(table::ask).map(rows -> rows.get(0)))
                .filteredOn(row -> row.rule().equals("undetermined"))
                .hasSize(questions.size() - 9)
                .allSatisfy(
                        row -> assertThat(row.says()).containsEntry("order", 0).containsEntry("reason", "无法确定，请人工选择"));
    }
}
