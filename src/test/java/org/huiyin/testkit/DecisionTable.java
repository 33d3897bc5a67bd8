package org.huiyin.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A decision table of the project as its file says it, evaluated by the table engine alone. */
public final class DecisionTable {
    private static final Map<String, DecisionTable> TABLES = new ConcurrentHashMap<>();
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final DmnModelInstance model;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final List<Fired> heard = new ArrayList<>();
    private final Set<String> fired = new TreeSet<>();

    /** A row that fired, and what its cells say. */
    public record Fired(String rule, Map<String, Object> says) {}

    private DecisionTable(Path file) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(
                List.of(event -> event.getMatchingRules().forEach(rule -> heard.add(row(rule)))));
        engine = configuration.buildEngine();
        model = Dmn.readModelFromFile(file.toFile());
        String key = file.getFileName().toString().replace(".dmn", "");
        try (InputStream text = Files.newInputStream(file)) {
            decision = engine.parseDecision(key, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DecisionTable of(String key) {
        return TABLES.computeIfAbsent(key, id -> new DecisionTable(file(id)));
    }

    private static Path file(String key) {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.endsWith(key + ".dmn"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no table " + key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows that fire, in the order of the table. */
    public List<Fired> ask(Map<String, ?> facts) {
        heard.clear();
        engine.evaluateDecisionTable(decision, Map.copyOf(facts));
        heard.forEach(row -> fired.add(row.rule()));
        return List.copyOf(heard);
    }

    /** Every question the table can be asked: each allowed value of each input with each of the others; numbers as given. */
    public List<Map<String, Object>> everyQuestion(Map<String, List<Integer>> numbers) {
        List<Map<String, Object>> questions = List.of(Map.of());
        for (Input input : model.getModelElementsByType(Input.class)) {
            String name = input.getInputExpression().getText().getTextContent().strip();
            List<?> values = numbers.containsKey(name) ? numbers.get(name) : allowed(input);
            questions = questions.stream()
                    .flatMap(question -> values.stream().map(value -> with(question, name, value)))
                    .toList();
        }
        return questions;
    }

    private static List<?> allowed(Input input) {
        if (input.getInputExpression().getTypeRef().equals("boolean")) {
            return List.of(true, false);
        }
        return QUOTED.matcher(input.getInputValues().getText().getTextContent())
                .results()
                .map((MatchResult value) -> value.group(1))
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> question, String name, Object value) {
        Map<String, Object> longer = new HashMap<>(question);
        longer.put(name, value);
        return longer;
    }

    void forget() {
        fired.clear();
    }

    /** Ids of rows that no question has made fire since {@link #forget()}. */
    Set<String> silent() {
        Set<String> silent = new TreeSet<>();
        model.getModelElementsByType(Rule.class).forEach(rule -> silent.add(rule.getId()));
        silent.removeAll(fired);
        return silent;
    }

    private static Fired row(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> says = new HashMap<>();
        rule.getOutputEntries()
                .forEach((name, cell) -> says.put(name, cell.getValue().getValue()));
        return new Fired(rule.getId(), says);
    }
}
