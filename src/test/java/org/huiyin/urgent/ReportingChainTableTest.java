package org.huiyin.urgent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.testkit.CoversAllRowsOf;
import org.huiyin.testkit.DecisionTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CoversAllRowsOf("reportingChain")
@DisplayName("第二十五条 重大紧急信息报给谁")
class ReportingChainTableTest {
    private static final DecisionTable TABLE = DecisionTable.of("reportingChain");
    private static final List<String> EVERYBODY = List.of("ownGovernment", "competentDepartment", "conferenceOffice");

    @ParameterizedTest
    @CsvSource({
        "CITY, true, provincialBureau nationalBureau",
        "DISTRICT, true, superiorBureau nationalBureau",
        "STREET, true, superiorBureau nationalBureau"
    })
    void aPetitionBureauReportsToTheNextBureauAndTheNationalOneToo(String level, boolean bureau, String also) {
        assertThat(fired(Map.of("level", level, "petitionBureau", bureau, "sealed", false)))
                .containsAll(EVERYBODY)
                .containsAll(List.of(also.split(" ")))
                .hasSize(EVERYBODY.size() + 2);
    }

    @Test
    void everyReportGoesToGovernmentDepartmentAndConferenceOffice() {
        assertThat(TABLE.everyQuestion(Map.of()))
                .hasSize(12)
                .allSatisfy(question -> assertThat(fired(question)).containsAll(EVERYBODY));
        assertThat(fired(Map.of("level", "DISTRICT", "petitionBureau", false, "sealed", false)))
                .isEqualTo(EVERYBODY);
    }

    @ParameterizedTest
    @CsvSource({"CITY, true", "DISTRICT, true", "DISTRICT, false"})
    @DisplayName("第三十条 检举控告件报纪检监察机关，不报系统外")
    void aSealedMatterIsReportedToTheDisciplineBodyAndNobodyOutside(String level, boolean bureau) {
        assertThat(fired(Map.of("level", level, "petitionBureau", bureau, "sealed", true)))
                .contains("disciplineBody")
                .doesNotContain("provincialBureau", "nationalBureau");
    }

    private static List<String> fired(Map<String, ?> question) {
        return TABLE.ask(question).stream().map(DecisionTable.Fired::rule).toList();
    }
}
