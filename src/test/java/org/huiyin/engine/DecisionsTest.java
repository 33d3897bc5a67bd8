package org.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The gateway to the decision tables: which row fired and what it says, and nothing of the question is kept. */
@HuiyinTest
class DecisionsTest {
    @Autowired
    Decisions decisions;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @AfterEach
    void removeTheTable() {
        repository
                .createDeploymentQuery()
                .deploymentName("weather")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void everyRowThatFiresIsToldWithItsIdAndWhatItSays() {
        deploy(table("\"雨伞\""));

        List<DecisionRow> rows = decisions.evaluate("weather", Map.of("raining", true, "degrees", 31));

        assertThat(rows).extracting(DecisionRow::rule).containsExactly("takeUmbrella", "drinkWater");
        assertThat(rows.get(0).text("advice")).isEqualTo("雨伞");
        assertThat(rows.get(0).maybeText("reason")).isEmpty();
        assertThat(rows.get(1).text("reason")).isEqualTo("天热");
        assertThat(decisions.evaluate("weather", Map.of("raining", false, "degrees", 20)))
                .isEmpty();
    }

    @Test
    void nothingOfTheQuestionStaysInTheEngine() {
        deploy(table("\"雨伞\""));

        decisions.evaluate("weather", Map.of("raining", true, "degrees", 31));

        assertThat(history.createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey("weather")
                        .count())
                .isZero();
    }

    @Test
    void aNewVersionAnswersAnew() {
        deploy(table("\"雨伞\""));
        Map<String, Object> question = Map.of("raining", true, "degrees", 20);
        assertThat(decisions.evaluate("weather", question).get(0).text("advice"))
                .isEqualTo("雨伞");

        deploy(table("\"雨衣\""));

        assertThat(decisions.evaluate("weather", question).get(0).text("advice"))
                .isEqualTo("雨衣");
    }

    @Test
    void aTableIsAskedForFactsAndNeverForATextOrHalfAQuestion() {
        deploy(table("\"雨伞\""));

        assertThatThrownBy(() -> decisions.evaluate("weather", Map.of("raining", "楼上漏水，江城市滨江区", "degrees", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never for texts")
                .hasMessageNotContaining("漏水");
        assertThatThrownBy(() -> decisions.evaluate("weather", Map.of("raining", true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("degrees");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expressionLanguage=\"javascript\"",
                "expressionLanguage=\"juel\"",
                "expressionLanguage=\"groovy\""
            })
    void aTableInAnyOtherLanguageThanFeelIsNotDeployed(String language) {
        String scripted =
                table("\"雨伞\"").replace("<outputEntry id=\"o1\">", "<outputEntry id=\"o1\" " + language + ">");

        assertThat(scripted).contains(language);
        assertThatThrownBy(() -> deploy(scripted)).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"string(now())", "string(today())", "string(random number())"})
    void aTableThatAsksForTheTimeOrForLuckIsNotDeployed(String cell) {
        assertThatThrownBy(() -> deploy(table(cell))).isInstanceOf(ProcessEngineException.class);
    }

    private void deploy(String table) {
        repository
                .createDeployment()
                .name("weather")
                .addString("weather.dmn", table)
                .deploy();
    }

    private static String table(String firstAdvice) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="weather" name="天气" camunda:historyTimeToLive="P1D">
                    <decisionTable id="t" hitPolicy="COLLECT">
                      <input id="raining"><inputExpression id="ie1" typeRef="boolean"><text>raining</text></inputExpression></input>
                      <input id="degrees"><inputExpression id="ie2" typeRef="integer"><text>degrees</text></inputExpression></input>
                      <output id="a" name="advice" typeRef="string"/>
                      <output id="r" name="reason" typeRef="string"/>
                      <rule id="takeUmbrella">
                        <inputEntry id="i1"><text>true</text></inputEntry><inputEntry id="i2"><text></text></inputEntry>
                        <outputEntry id="o1"><text>%s</text></outputEntry><outputEntry id="o2"><text></text></outputEntry>
                      </rule>
                      <rule id="drinkWater">
                        <inputEntry id="i3"><text></text></inputEntry><inputEntry id="i4"><text>&gt; 30</text></inputEntry>
                        <outputEntry id="o3"><text>"水"</text></outputEntry><outputEntry id="o4"><text>"天热"</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(firstAdvice);
    }
}
