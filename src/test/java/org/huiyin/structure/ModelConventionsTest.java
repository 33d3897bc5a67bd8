package org.huiyin.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules every model obeys; how it is drawn is checked by {@link ModelDrawingTest}. */
class ModelConventionsTest {
    private static final String CHOSEN_ID = "[a-z][A-Za-z0-9]{3,}";
    private static final String CHINESE = ".*\\p{IsHan}.*";
    private static final Pattern CONDITION = Pattern.compile("\\$\\{!?([a-z][A-Za-z0-9]*)( == '[A-Z_]+')?}");
    private static final Pattern DURATION = Pattern.compile("\\bP(T?\\d+[YMWDHS])+\\b");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+)\"");

    static List<Model> models() {
        return Model.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theFileIsNamedAfterItsProcessAndLiesInTheFolderOfItsModule(Model model) {
        assertThat(model.all(Process.class)).hasSize(1);
        assertThat(model.file().getFileName()).hasToString(model.id() + ".bpmn");
        assertThat(packageInfo(model.module())).exists();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theProcessSaysWhatItIsAndHowLongItsHistoryIsKept(Model model) {
        Process process = model.process();

        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).matches(CHINESE);
        assertThat(documentation(process)).containsPattern("第\\p{IsHan}+条");
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(process.isCamundaStartableInTasklist())
                .as("only the lifecycle is started by hand")
                .isEqualTo(model.id().equals("petitionLifecycle"));
        assertThat(model.text())
                .contains("modeler:executionPlatform=\"Camunda Platform\"")
                .contains("modeler:executionPlatformVersion=\"7.24.0\"");
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyIdIsChosenAndEveryLabelIsChinese(Model model) {
        assertThat(model.all(FlowNode.class)).allSatisfy(node -> {
            assertThat(node.getId()).matches(CHOSEN_ID);
            assertThat(node.getName()).as(node.getId()).matches(CHINESE);
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFlowIsNamedAfterWhereItComesFromAndGoesTo(Model model) {
        assertThat(model.all(SequenceFlow.class)).allSatisfy(flow -> {
            String source = flow.getSource().getId();
            if (splits(flow.getSource()) && flow.getSource() instanceof ExclusiveGateway) {
                assertThat(flow.getId()).matches(Pattern.quote(source) + "_[a-z][A-Za-z0-9]*");
                assertThat(flow.getName()).as(flow.getId()).matches(CHINESE);
            } else {
                assertThat(flow.getId())
                        .isEqualTo(source + "_" + flow.getTarget().getId());
                assertThat(flow.getConditionExpression()).as(flow.getId()).isNull();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aGatewayIsAnsweredByOneVariableAndHasADefault(Model model) {
        assertThat(model.all(ExclusiveGateway.class))
                .filteredOn(ModelConventionsTest::splits)
                .allSatisfy(gateway -> {
                    SequenceFlow otherwise = gateway.getDefault();
                    assertThat(otherwise)
                            .as("default flow of %s", gateway.getId())
                            .isNotNull();
                    assertThat(otherwise.getConditionExpression())
                            .as(otherwise.getId())
                            .isNull();
                    assertThat(gateway.getOutgoing().stream()
                                    .filter(flow -> !flow.equals(otherwise))
                                    .map(ModelConventionsTest::variable)
                                    .collect(Collectors.toSet()))
                            .as("variables asked by %s", gateway.getId())
                            .hasSize(1);
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsMeetOnlyInGatewaysThatSaySo(Model model) {
        assertThat(model.all(FlowNode.class))
                .filteredOn(node -> node.getIncoming().size() > 1)
                .allSatisfy(node -> {
                    assertThat(node).as(node.getId()).isInstanceOf(Gateway.class);
                    assertThat(node.getId()).endsWith("Joined");
                });
        assertThat(model.all(FlowNode.class))
                .filteredOn(node -> node.getOutgoing().size() > 1)
                .allSatisfy(node -> {
                    assertThat(node).as(node.getId()).isInstanceOf(Gateway.class);
                    assertThat(node.getIncoming()).as(node.getId()).hasSize(1);
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskSaysWhoDecidesWhatByWhenUnderWhichArticle(Model model) {
        assertThat(model.all(UserTask.class)).allSatisfy(task -> {
            String id = task.getId();
            assertThat(documentation(task)).as(id).matches("由.+依据第\\p{IsHan}+条.+");
            assertThat(task.getCamundaDueDate()).as(id).matches("\\$\\{due\\.[a-zA-Z]+\\(execution(,'D\\d+a?')?\\)}");
            assertThat(task.getCamundaPriority()).as(id).isEqualTo("${due.priority(execution)}");
            if (task.getCamundaAssignee() == null) {
                assertThat(task.getCamundaCandidateGroups()).as(id).matches("\\$\\{[a-zA-Z]+}\\.[a-z]+");
            } else {
                assertThat(task.getCamundaAssignee()).as(id).matches("\\$\\{[a-zA-Z]+}");
                assertThat(task.getCamundaCandidateGroups()).as(id).isNull();
            }
            assertThat(task.getCamundaCandidateUsers()).as(id).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskOpensTheFormOfItsNameAndIsFinishedByTheBeanOfItsName(Model model) {
        Path forms = Path.of("forms", model.module());

        assertThat(model.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaFormRef()).isEqualTo(task.getId());
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
            assertThat(forms.resolve(task.getId() + ".form")).exists();
            assertThat(extensions(task, CamundaTaskListener.class))
                    .as("listeners of %s", task.getId())
                    .extracting(CamundaTaskListener::getCamundaEvent)
                    .containsExactly("complete");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void codeIsBoundByBeansOfTheActivitysNameOnly(Model model) {
        assertThat(model.all(ServiceTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo(bean(task));
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
            assertThat(task.getCamundaType()).isNull();
        });
        assertThat(model.all(CamundaTaskListener.class)).allSatisfy(listener -> {
            assertThat(listener.getCamundaDelegateExpression()).isEqualTo(bean(owner(listener.getParentElement())));
            assertThat(listener.getCamundaClass()).isNull();
            assertThat(listener.getCamundaExpression()).isNull();
        });
        assertThat(model.all(CamundaExecutionListener.class)).allSatisfy(listener -> {
            assertThat(listener.getCamundaDelegateExpression()).isEqualTo(bean(owner(listener.getParentElement())));
            assertThat(listener.getCamundaClass()).isNull();
            assertThat(listener.getCamundaExpression()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingIsScriptedAndNoTermIsWrittenDown(Model model) {
        assertThat(model.all(ScriptTask.class)).isEmpty();
        assertThat(model.all(SendTask.class)).isEmpty();
        assertThat(model.all(BusinessRuleTask.class))
                .allSatisfy(task -> assertThat(task.getCamundaDecisionRef()).isNotNull());
        assertThat(model.all(CamundaScript.class)).isEmpty();
        assertThat(model.all(CamundaInputOutput.class)).isEmpty();
        assertThat(model.all(TimerEventDefinition.class))
                .allSatisfy(
                        timer -> assertThat(timer.getRawTextContent().strip()).startsWith("${"));
        assertThat(DURATION.matcher(model.text()).results().map(found -> found.group()))
                .as("the only term in a model is how long its history is kept")
                .containsOnly("P3650D");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aReceiveTaskIsLeftBySignalSoItHasNoMessage(Model model) {
        assertThat(model.all(ReceiveTask.class))
                .allSatisfy(
                        task -> assertThat(task.getMessage()).as(task.getId()).isNull());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCallPassesTheNumberAndNamedVariablesToAModuleItMayUse(Model model) {
        assertThat(model.all(CallActivity.class)).allSatisfy(call -> {
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
            assertThat(extensions(call, CamundaIn.class))
                    .as("what is given to %s", call.getId())
                    .allSatisfy(in -> assertThat(in.getCamundaVariables()).isNull())
                    .extracting(CamundaIn::getCamundaBusinessKey)
                    .contains("#{execution.processBusinessKey}");
            assertThat(extensions(call, CamundaOut.class))
                    .as("what comes back from %s", call.getId())
                    .allSatisfy(out -> assertThat(out.getCamundaSource()).isEqualTo(out.getCamundaTarget()))
                    .extracting(CamundaOut::getCamundaSource)
                    .allMatch(name -> name.matches(CHOSEN_ID));
            assertThat(moduleOf(call.getCalledElement())).isIn(modulesOpenTo(model.module()));
        });
    }

    private static boolean splits(FlowNode node) {
        return node.getOutgoing().size() > 1;
    }

    private static String variable(SequenceFlow flow) {
        assertThat(flow.getConditionExpression())
                .as("condition of %s", flow.getId())
                .isNotNull();
        Matcher condition = CONDITION.matcher(flow.getConditionExpression().getTextContent());
        assertThat(condition.matches()).as("condition of %s", flow.getId()).isTrue();
        return condition.group(1);
    }

    private static String bean(BaseElement element) {
        return "${" + element.getId() + "}";
    }

    private static BaseElement owner(ModelElementInstance extensions) {
        return (BaseElement) extensions.getParentElement();
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(text -> text.getTextContent())
                .collect(Collectors.joining());
    }

    private static <E extends ModelElementInstance> List<E> extensions(BaseElement element, Class<E> type) {
        return element.getExtensionElements()
                .getElementsQuery()
                .filterByType(type)
                .list();
    }

    private static String moduleOf(String process) {
        return models().stream()
                .filter(model -> model.id().equals(process))
                .map(Model::module)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no model of process " + process));
    }

    private static Set<String> modulesOpenTo(String module) {
        try {
            Set<String> open = QUOTED.matcher(Files.readString(packageInfo(module)))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            open.add(module);
            return open;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path packageInfo(String module) {
        return Path.of("src/main/java/org/huiyin", module, "package-info.java");
    }
}
