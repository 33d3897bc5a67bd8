package org.huiyin.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules every form obeys, so that Tasklist shows it and the server can check what comes in. */
class FormConventionsTest {
    private static final Path FOLDER = Path.of("forms");
    private static final String CHINESE = ".*\\p{IsHan}.*";
    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Set<String> CHOICES = Set.of("select", "radio", "taglist", "checklist");
    private static final Set<String> TYPES = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "select",
            "radio",
            "taglist",
            "checklist");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");
    private static final Set<String> FEEL = Set.of("and", "or", "not", "true", "false", "null");

    private static final FeelEngine FEEL_ENGINE = feelEngine();

    private static FeelEngine feelEngine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.buildEngine();
        return configuration.getFeelEngine();
    }

    record Form(Path file, JsonNode json) {
        static Form read(Path file) {
            try {
                return new Form(file, new ObjectMapper().readTree(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<JsonNode> components() {
            return list(json.path("components"));
        }

        List<JsonNode> fields() {
            return components().stream()
                    .filter(component -> component.has("key"))
                    .toList();
        }

        List<JsonNode> fields(Set<String> types) {
            return fields().stream()
                    .filter(field -> types.contains(type(field)))
                    .toList();
        }

        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    static List<Form> forms() {
        return Model.files(FOLDER, ".form").map(Form::read).toList();
    }

    @Test
    void everyFormIsOpenedByTheTaskOfItsNameInTheSameModule() {
        List<String> opened = Model.all().stream()
                .flatMap(model -> Stream.concat(
                                model.all(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                                model.all(StartEvent.class).stream().map(StartEvent::getCamundaFormRef))
                        .filter(form -> form != null)
                        .map(form -> FOLDER.resolve(model.module())
                                .resolve(form + ".form")
                                .toString()))
                .toList();

        assertThat(opened).doesNotHaveDuplicates();
        assertThat(forms()).extracting(form -> form.file().toString()).containsExactlyInAnyOrderElementsOf(opened);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itIsNamedAfterItsFileAndMadeForTheEngineWeRun(Form form) {
        assertThat(form.json().path("id").asText() + ".form").isEqualTo(form.toString());
        assertThat(form.json().path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.json().path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(form.json().path("schemaVersion").asInt()).isEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itBeginsByTellingWhatIsDecidedUnderWhichArticle(Form form) {
        JsonNode first = form.components().get(0);

        assertThat(type(first)).isEqualTo("text");
        assertThat(first.path("text").asText()).containsPattern("第\\p{IsHan}+条");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void componentsAreOfTheKindsThatTasklistAndServerKnow(Form form) {
        assertThat(form.components()).extracting(FormConventionsTest::type).isSubsetOf(TYPES);
        assertThat(form.components())
                .extracting(component -> component.path("id").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void fieldsHaveOneNameAndAChineseLabel(Form form) {
        assertThat(form.fields()).isNotEmpty().allSatisfy(field -> {
            String key = field.path("key").asText();
            assertThat(key)
                    .matches("[a-z][A-Za-z0-9]+")
                    .isEqualTo(field.path("id").asText());
            assertThat(field.path("label").asText(field.path("dateLabel").asText()))
                    .as(key)
                    .matches(CHINESE);
            assertThat(field.path("description").asText("说明")).as(key).matches(CHINESE);
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextHasALimitAndEveryNumberARange(Form form) {
        assertThat(form.fields(TEXTS)).allSatisfy(field -> {
            assertThat(field.at("/validate/maxLength").asInt())
                    .as(field.path("key").asText())
                    .isBetween(1, 100_000);
            Pattern.compile(field.at("/validate/pattern").asText(""));
        });
        assertThat(form.fields(Set.of("number"))).allSatisfy(field -> {
            assertThat(field.at("/validate/min").isInt()).isTrue();
            assertThat(field.at("/validate/max").isInt()).isTrue();
            assertThat(field.path("decimalDigits").asInt(-1)).isZero();
        });
        assertThat(form.fields(Set.of("datetime")))
                .allSatisfy(field -> assertThat(field.path("subtype").asText()).isEqualTo("date"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void choicesListTheirOptionsOnceOrAskTheServer(Form form) {
        assertThat(form.fields(CHOICES)).allSatisfy(field -> {
            List<JsonNode> options = list(field.path("values"));
            assertThat(options.isEmpty()).as(field.path("key").asText()).isEqualTo(field.has("valuesKey"));
            assertThat(options)
                    .extracting(option -> option.path("value").asText())
                    .doesNotHaveDuplicates()
                    .allMatch(value -> value.matches("[A-Z][A-Z_]*"));
            assertThat(options)
                    .extracting(option -> option.path("label").asText())
                    .doesNotHaveDuplicates()
                    .allMatch(label -> label.matches(CHINESE));
        });
    }

    /** What the server lists grows with the city: nobody finds one of fifty organs by scrolling. */
    @ParameterizedTest
    @MethodSource("forms")
    void listsThatTheServerFillsCanBeSearched(Form form) {
        assertThat(form.fields(Set.of("select")))
                .filteredOn(field -> field.has("valuesKey"))
                .allSatisfy(field -> assertThat(field.path("searchable").asBoolean())
                        .as(field.path("key").asText())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void conditionsAskForFieldsOfThisFormOnly(Form form) {
        List<String> keys =
                form.fields().stream().map(field -> field.path("key").asText()).toList();

        assertThat(form.components())
                .filteredOn(component -> component.has("conditional"))
                .allSatisfy(component -> {
                    String condition = component.at("/conditional/hide").asText();
                    assertThat(condition).startsWith("=");
                    assertThat(WORD.matcher(LITERAL.matcher(condition).replaceAll(""))
                                    .results()
                                    .map(found -> found.group()))
                            .as(condition)
                            .filteredOn(word -> !FEEL.contains(word))
                            .isNotEmpty()
                            .isSubsetOf(keys)
                            .doesNotContain(component.path("key").asText());
                });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void conditionsAreAnsweredByYesOrNoEvenBeforeAnythingIsTyped(Form form) {
        Map<String, Object> nothingTyped = new HashMap<>();
        form.fields().forEach(field -> nothingTyped.put(field.path("key").asText(), null));

        assertThat(form.components())
                .filteredOn(component -> component.has("conditional"))
                .allSatisfy(component -> assertThat(FEEL_ENGINE.<Object>evaluateSimpleExpression(
                                component.at("/conditional/hide").asText().substring(1),
                                Variables.fromMap(nothingTyped).asVariableContext()))
                        .as(component.path("id").asText())
                        .isInstanceOf(Boolean.class));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String type(JsonNode component) {
        return component.path("type").asText();
    }
}
