package org.huiyin.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * The one gateway from our verbs to the decision tables of the models. A table proposes, a person decides: it is asked for
 * facts, never for a text, and nothing of the question stays in the engine. The same version answers the same question
 * alike, so it is worked out once.
 */
@Component
public class Decisions {
    private static final int REMEMBERED = 2000;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{0,40}");

    private final ProcessEngineConfigurationImpl engine;
    private final DecisionService tables;
    private final EngineGateway gateway;
    private final Map<Question, List<DecisionRow>> answers = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, List<DecisionRow>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Question(String table, Map<String, Object> inputs) {}

    Decisions(ProcessEngineConfigurationImpl engine, DecisionService tables, EngineGateway gateway) {
        this.engine = engine;
        this.tables = tables;
        this.gateway = gateway;
    }

    /**
     * The rows that fire, in the order of the table; none if none does.
     *
     * @param key id of the decision, which is the name of its file
     * @param inputs a value for every input of the table: Boolean, Integer, or a code such as the name of an enum constant
     */
    public List<DecisionRow> evaluate(String key, Map<String, ?> inputs) {
        inputs.forEach(Decisions::refuseText);
        Question question = new Question(latest(key), Map.copyOf(inputs));
        synchronized (answers) {
            if (answers.containsKey(question)) {
                return Objects.requireNonNull(answers.get(question));
            }
        }
        List<DecisionRow> rows = ask(question);
        synchronized (answers) {
            answers.put(question, rows);
        }
        return rows;
    }

    /** A table knows nobody and shows nobody anything: it is asked without a person. */
    private List<DecisionRow> ask(Question question) {
        engine.getCommandExecutorTxRequired().execute(command -> {
            refuseHalfAQuestion(
                    engine.getDeploymentCache().findDeployedDecisionDefinitionById(question.table()), question);
            return null;
        });
        return gateway.asSystem(() -> MatchedRules.during(() -> tables.evaluateDecisionTableById(question.table())
                .variables(Map.copyOf(question.inputs()))
                .evaluate()));
    }

    private String latest(String key) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> engine.getDeploymentCache()
                        .findDeployedLatestDecisionDefinitionByKey(key)
                        .getId());
    }

    /** A fact that was not given would be taken for one that is not so. */
    private static void refuseHalfAQuestion(DecisionDefinitionEntity table, Question question) {
        if (table.getDecisionLogic() instanceof DmnDecisionTableImpl rows) {
            rows.getInputs().stream()
                    .map(input -> input.getExpression().getExpression().strip())
                    .filter(input -> !question.inputs().containsKey(input))
                    .findFirst()
                    .ifPresent(input -> {
                        throw new IllegalArgumentException(table.getKey() + " was not told " + input);
                    });
        }
    }

    private static void refuseText(String name, Object value) {
        boolean fact = value instanceof Boolean
                || value instanceof Integer
                || (value instanceof String code && CODE.matcher(code).matches());
        if (!fact) {
            throw new IllegalArgumentException("a decision is asked for facts and codes, never for texts: " + name);
        }
    }
}
