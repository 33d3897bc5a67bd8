package org.huiyin.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.jspecify.annotations.Nullable;

/** Hears which rows of a decision table fired: the engine's answer tells what they say, but not which they were. */
class MatchedRules implements DmnDecisionTableEvaluationListener {
    private static final ThreadLocal<@Nullable List<DecisionRow>> HEARD = new ThreadLocal<>();

    static List<DecisionRow> during(Runnable evaluation) {
        HEARD.set(List.of());
        try {
            evaluation.run();
            return Objects.requireNonNull(HEARD.get());
        } finally {
            HEARD.remove();
        }
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent evaluated) {
        if (HEARD.get() != null) {
            HEARD.set(
                    evaluated.getMatchingRules().stream().map(MatchedRules::row).toList());
        }
    }

    private static DecisionRow row(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new HashMap<>();
        rule.getOutputEntries().forEach((name, output) -> {
            if (output.getValue().getValue() != null) {
                outputs.put(name, output.getValue().getValue());
            }
        });
        return new DecisionRow(rule.getId(), outputs);
    }
}
