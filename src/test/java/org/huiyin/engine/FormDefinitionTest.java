package org.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.huiyin.kernel.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules an analyst writes into a form hold on the server too. */
class FormDefinitionTest {
    private static final FormDefinition FORM = form("""
            {"id":"signIn","components":[
              {"type":"text","text":"x"},
              {"type":"radio","key":"decision","label":"决定","validate":{"required":true},
               "values":[{"label":"签收","value":"SIGN"},{"label":"异议","value":"OBJECT"}]},
              {"type":"textarea","key":"reason","label":"理由","validate":{"required":true,"maxLength":20},
               "conditional":{"hide":"=decision != \\"OBJECT\\""}},
              {"type":"datetime","subtype":"date","key":"on","dateLabel":"日期"},
              {"type":"number","key":"visitors","label":"人数","validate":{"min":1}},
              {"type":"checkbox","key":"sure","label":"确认"},
              {"type":"group","components":[{"type":"textfield","key":"phone","label":"电话","validate":{"pattern":"^[0-9-]+$"}}]}
            ]}""");

    @Test
    void typedValuesAreReadByTheirKind() {
        FormInput input = FORM.read(
                Map.of("decision", "SIGN", "on", "2026-11-20", "visitors", 3L, "sure", true, "phone", "010-12345"));

        assertThat(input.text("decision")).isEqualTo("SIGN");
        assertThat(input.date("on")).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(input.number("visitors")).isEqualTo(3);
        assertThat(input.flag("sure")).isTrue();
        assertThat(input.text("phone")).isEqualTo("010-12345");
    }

    @Test
    void everyMissingFieldIsNamedInOneAnswer() {
        Map<String, @org.jspecify.annotations.Nullable Object> typed = new HashMap<>();
        typed.put("decision", "OBJECT");
        typed.put("reason", null);
        typed.put("visitors", 0);

        assertThatThrownBy(() -> FORM.read(typed))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【理由】请填写。")
                .hasMessageContaining("【人数】不能小于1。");
    }

    @Test
    void whatTheFormHidesIsNeitherRequiredNorTaken() {
        assertThat(FORM.read(Map.of("decision", "SIGN")).maybeText("reason")).isEmpty();
        assertThat(FORM.read(Map.of("decision", "SIGN", "reason", "smuggled")).maybeText("reason"))
                .isEmpty();
    }

    @Test
    void aNameThatIsNoFieldIsRefused() {
        assertThatThrownBy(() -> FORM.read(Map.of("decision", "SIGN", "organ", "cityGovernment")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("organ");
    }

    @ParameterizedTest
    @CsvSource({
        "decision, MAYBE, 没有这个选项",
        "on, 20/11/2026, 年-月-日",
        "on, 0001-01-01, 年份",
        "visitors, many, 整数",
        "visitors, 1.5, 整数",
        "sure, yes, “是”或“否”",
        "phone, call me, 格式",
    })
    void wrongValuesAreNamedInChinese(String key, String value, String message) {
        Map<String, Object> typed = new HashMap<>(Map.of("decision", "SIGN"));
        typed.put(key, value);

        assertThatThrownBy(() -> FORM.read(typed))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "\uD800", "a\uFFFEb"})
    void whatADatabaseCannotKeepIsRefused(String text) {
        assertThatThrownBy(() -> FORM.read(Map.of("decision", "OBJECT", "reason", text)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("控制字符");
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithItsLength() {
        assertThatThrownBy(() -> FORM.read(Map.of("decision", "OBJECT", "reason", "长".repeat(21))))
                .hasMessageContaining("最多20字，现有21字");
    }

    private static FormDefinition form(String json) {
        try {
            return new FormDefinition(new ObjectMapper().readTree(json), new ScalaFeelEngineFactory().createInstance());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
