package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Route;
import org.huiyin.testkit.CoversAllRowsOf;
import org.huiyin.testkit.DecisionTable;
import org.huiyin.testkit.DecisionTable.Fired;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@CoversAllRowsOf("legalProcedure")
@DisplayName("第二十八条、第三十一条 各法定途径的程序、机构、期限和依据")
class LegalProcedureTableTest {
    private static final DecisionTable TABLE = DecisionTable.of("legalProcedure");

    @ParameterizedTest
    @EnumSource(value = Route.class, mode = EnumSource.Mode.EXCLUDE, names = "PETITION")
    void everyRouteHasProceduresThatNameBodyLawAndMaterials(Route route) {
        List<Fired> rows = TABLE.ask(Map.of("route", route.name()));

        assertThat(rows).hasSizeGreaterThanOrEqualTo(2).allSatisfy(row -> {
            assertThat((String) row.says().get("procedureName")).hasSizeBetween(2, 100);
            assertThat((String) row.says().get("procedureBody")).hasSizeBetween(2, 100);
            assertThat((String) row.says().get("procedureLaw")).contains("《").hasSizeLessThanOrEqualTo(200);
            assertThat((String) row.says().get("procedureMaterials")).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATIVE, reconsideration, 60日",
        "ADMINISTRATIVE, administrativeSuit, 6个月",
        "ARBITRATION, labourArbitration, 1年",
        "DUTY, dutyRequest, 2个月"
    })
    void theTermsArePrintedAsTheirLawGivesThem(Route route, String row, String term) {
        assertThat(TABLE.ask(Map.of("route", route.name())))
                .filteredOn(fired -> fired.rule().equals(row))
                .singleElement()
                .satisfies(fired ->
                        assertThat((String) fired.says().get("procedureTerm")).contains(term));
    }

    @Test
    void itIsAskedForTheFiveRoutesOutsidePetitionWorkOnly() {
        assertThat(TABLE.everyQuestion(Map.of()))
                .extracting(question -> question.get("route"))
                .doesNotContain(Route.PETITION.name())
                .hasSize(Route.values().length - 1);
    }
}
