package org.huiyin.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/** The dangerous ones of the rules of docs/models.md for tables, once more when anything is deployed. */
class DecisionRules implements DmnTransformListener {
    /** What a table answers depends on what it is asked and on nothing else; {@link Decisions} counts on it. */
    private static final Pattern CALENDAR = Pattern.compile("\\b(now|today|random number)\\s*\\(");

    @Override
    public void transformDecision(Decision decision, DmnDecision transformed) {
        if (!(decision.getExpression() instanceof DecisionTable)) {
            refuse(decision, "只能是一张决策表。");
        }
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl transformed) {
        refuseUnlessPlain(input);
    }

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl transformed) {
        refuseUnlessPlain(output);
    }

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl transformed) {
        refuseUnlessPlain(rule);
    }

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph transformed) {
        // what a table asks of another is seen when that one is read
    }

    private static void refuseUnlessPlain(DmnElement element) {
        Stream.concat(
                        element.getChildElementsByType(UnaryTests.class).stream()
                                .map(UnaryTests::getExpressionLanguage),
                        expressions(element).map(LiteralExpression::getExpressionLanguage))
                .filter(language -> !isFeel(language))
                .findFirst()
                .ifPresent(language -> refuse(element, "单元格只能用 FEEL，不能用 " + language + "。"));
        if (CALENDAR.matcher(element.getRawTextContent()).find()) {
            refuse(element, "决策表不得读取当前时间或随机数，期限由期限模块计算。");
        }
    }

    private static Stream<LiteralExpression> expressions(DmnElement element) {
        return element.getDomElement().getChildElements().stream()
                .map(child -> element.getModelInstance().getModelElementById(child.getAttribute("id")))
                .filter(LiteralExpression.class::isInstance)
                .map(LiteralExpression.class::cast);
    }

    private static boolean isFeel(@Nullable String language) {
        return Optional.ofNullable(language)
                .map(name -> name.equalsIgnoreCase("feel") || name.endsWith("/FEEL/"))
                .orElse(true);
    }

    private static void refuse(DmnElement element, String rule) {
        throw new ProcessEngineException("决策表元素 " + element.getId() + "：" + rule);
    }
}
