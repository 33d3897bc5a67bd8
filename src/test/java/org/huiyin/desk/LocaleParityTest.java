package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our Chinese words for the four web applications of the engine say all that its English words say. */
class LocaleParityTest {
    private static final Set<String> WORDS_KEPT_IN_LATIN = Set.of("ID", "ID*", "CSV", "JSON");
    /** The engine's banner tells operators to migrate; ours is the name of the platform. */
    private static final String BANNER = "/labels/BANNER_CE_EOL_TEXT";

    private static final Pattern FILLED_IN_LATER =
            Pattern.compile("\\{\\{\\s*\\w+\\s*}}|\\{}|%[sd]|</?(?:a|br|strong)\\b[^>]*>");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void translatesEachKeyAndNoOther(String app) throws IOException {
        assertThat(chinese(app).keySet()).containsExactlyElementsOf(english(app).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void leavesNoValueEmpty(String app) throws IOException {
        assertThat(chinese(app)).allSatisfy((key, words) -> assertThat(words).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void keepsPlaceholdersAndMarkup(String app) throws IOException {
        Map<String, String> english = english(app);

        assertThat(chinese(app)).allSatisfy((key, words) -> {
            if (!key.equals(BANNER)) {
                assertThat(filledInLater(words)).isEqualTo(filledInLater(english.getOrDefault(key, "")));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void saysItInChinese(String app) throws IOException {
        Map<String, String> english = english(app);

        assertThat(chinese(app)).allSatisfy((key, words) -> {
            boolean wordsAreExpected = key.startsWith("/labels/")
                    && LETTER.matcher(english.getOrDefault(key, "")).find();
            if (wordsAreExpected && !WORDS_KEPT_IN_LATIN.contains(words)) {
                assertThat(words).containsPattern(HAN);
            }
        });
    }

    private static List<String> filledInLater(String words) {
        return FILLED_IN_LATER
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .map(found -> found.startsWith("{{") ? found.replace(" ", "") : found)
                .sorted()
                .toList();
    }

    private static Map<String, String> english(String app) throws IOException {
        return words(app, "en");
    }

    private static Map<String, String> chinese(String app) throws IOException {
        return words(app, "zh-CN");
    }

    private static Map<String, String> words(String app, String language) throws IOException {
        String file = "/META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json";
        try (InputStream stream = Objects.requireNonNull(LocaleParityTest.class.getResourceAsStream(file), file)) {
            Map<String, String> words = new TreeMap<>();
            collect(new ObjectMapper().readTree(stream), "", words);
            return words;
        }
    }

    private static void collect(JsonNode node, String path, Map<String, String> words) {
        if (node.isObject()) {
            node.properties().forEach(child -> collect(child.getValue(), path + "/" + child.getKey(), words));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), path + "/" + i, words);
            }
        } else {
            words.put(path, node.asText());
        }
    }
}
