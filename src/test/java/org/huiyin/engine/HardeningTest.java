package org.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the community engine leaves open, closed; each hole by its name. */
@HuiyinTest
class HardeningTest {
    private static final String EXPRESSION = "${dateTime().plusDays(1)}";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Test
    @DisplayName("CVE-2026-109432: no expression in a task query, neither on top nor inside orQueries")
    void expressionsInTaskQueriesAreRefused() {
        WebSession handler = WebSession.of(port, "handler");

        String top = "{\"dueAfterExpression\":\"%s\"}".formatted(EXPRESSION);
        String nested = "{\"orQueries\":[{\"dueAfterExpression\":\"%s\"}]}".formatted(EXPRESSION);
        String harmless = "{\"orQueries\":[{\"nameLike\":\"%a%\"}]}";

        assertThat(handler.engine("POST", "/task", top).status()).isEqualTo(400);
        assertThat(handler.engine("POST", "/task", nested).status()).isEqualTo(400);
        assertThat(handler.engine("POST", "/task/count", nested).status()).isEqualTo(400);
        assertThat(handler.engine("POST", "/task", harmless).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda//api/admin/setup/default/user/create"
            })
    @DisplayName("CVE-2026-77226: nobody creates an administrator through the first-run page")
    void theSetupPageIsClosed(String path) {
        String user = "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\",\"email\":\"\"},"
                + "\"credentials\":{\"password\":\"Mallory-Comes-2026\"}}";

        assertThat(WebSession.anonymous(port).post(path, user).status()).isGreaterThanOrEqualTo(400);
        assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().getName()}",
                "${''.class.name}",
                "${dataSource}",
                "${jdbcClient}",
                "${environment}"
            })
    void expressionsReachNeitherClassesNorOtherBeans(String expression) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThatThrownBy(() -> configuration
                        .getCommandExecutorTxRequired()
                        .execute(command -> configuration
                                .getExpressionManager()
                                .createExpression(expression)
                                .getValue(
                                        org.camunda.bpm.engine.impl.el.StartProcessVariableScope.getSharedInstance())))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void aHandlerNeitherDeploysNorStoresFiltersNorStartsWhatIsNotHis() {
        WebSession handler = WebSession.of(port, "handler");

        String filter =
                "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"${currentUser()}\"}}";
        assertThat(handler.engine("POST", "/filter/create", filter).status()).isEqualTo(403);
        assertThat(handler.engine(
                                "POST", "/process-definition/key/accusationTransfer/submit-form", "{\"variables\":{}}")
                        .status())
                .isIn(403, 404);
        assertThat(handler.engine("POST", "/process-definition/key/petitionLifecycle/start", "{}")
                        .body())
                .contains("启动流程");
    }

    @Test
    void commentsAndAttachmentsOfTheEngineAreRefusedWithAPointerToTheCaseFile() {
        assertThatThrownBy(() -> engine.getTaskService().createComment("any", null, "x"))
                .hasMessageContaining("案卷");
        assertThatThrownBy(() -> engine.getTaskService().createAttachment("a", "any", null, "n", "d", "http://x"))
                .hasMessageContaining("案卷");
    }

    @Test
    void anErrorOrEscalationDoesNotEndATask() {
        assertThatThrownBy(() -> engine.getTaskService().handleBpmnError("any", "x"))
                .hasMessageContaining("表单");
        assertThatThrownBy(() -> engine.getTaskService().handleEscalation("any", "x"))
                .hasMessageContaining("表单");
    }

    @Test
    void theRestInterfaceForMachinesDoesNotExist() {
        assertThat(WebSession.anonymous(port).get("/engine-rest/engine").status())
                .isIn(401, 403, 404);
        assertThat(WebSession.anonymous(port).get("/engine-rest/task").body()).doesNotContain("assignee");
    }

    @Test
    void nobodyReadsTheEngineWithoutLogin() {
        WebSession nobody = WebSession.anonymous(port);

        assertThat(nobody.engine("GET", "/task", null).status()).isEqualTo(401);
        assertThat(nobody.engine("GET", "/process-instance", null).status()).isEqualTo(401);
    }

    @Test
    void weakPasswordsAreRefused() {
        User weak = identity.newUser("weakling");
        weak.setPassword("123456");

        assertThatThrownBy(() -> identity.saveUser(weak)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void dangerousModelsAreRefusedWhenDeployed() {
        String script = model(
                "<bpmn:scriptTask id=\"s\" scriptFormat=\"juel\"><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>");
        String java = model("<bpmn:serviceTask id=\"s\" camunda:class=\"java.lang.Object\"/>");
        String formless = model("<bpmn:userTask id=\"s\" camunda:assignee=\"a\"/>");

        for (String refused : new String[] {script, java, formless}) {
            assertThatThrownBy(() -> repository
                            .createDeployment()
                            .addString("x.bpmn", refused)
                            .deploy())
                    .isInstanceOf(ProcessEngineException.class);
        }
    }

    @Test
    void whatTheEngineNeedsToBeHardIsSet() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(configuration.getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.isEnablePasswordPolicy()).isTrue();
        assertThat(configuration.isCmmnEnabled()).isFalse();
        assertThat(configuration.isStandaloneTasksEnabled()).isFalse();
        assertThat(configuration.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(configuration.getHistoryLevel().getName()).isEqualTo("huiyin");
        assertThat(configuration.isEnableScriptEngineLoadExternalResources()).isFalse();
    }

    private static String model(String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <bpmn:process id="refused" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="a"/>%s<bpmn:endEvent id="e"/>
                    <bpmn:sequenceFlow id="f" sourceRef="a" targetRef="s"/>
                    <bpmn:sequenceFlow id="g" sourceRef="s" targetRef="e"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(body);
    }
}
