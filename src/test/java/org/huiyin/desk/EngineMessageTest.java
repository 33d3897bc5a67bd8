package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineMessageTest {
    @Test
    void ourLinesStandAlone() {
        String wrapped = "Cannot submit task form 54a95005: 【异议理由】请写明理由。\n【建议转送机关】请选择。";

        assertThat(EngineMessage.inChinese("FormFieldValidationException", wrapped, 400))
                .isEqualTo("【异议理由】请写明理由。\n【建议转送机关】请选择。");
    }

    @Test
    void theQuoteThatTheEngineClosesIsNotOurs() {
        String wrapped = "ENGINE-03051 There was an exception while invoking the TaskListener. Message: '请先领取待办，再提交。'";

        assertThat(EngineMessage.inChinese("ProcessEngineException", wrapped, 500))
                .isEqualTo("请先领取待办，再提交。");
    }

    @ParameterizedTest
    @CsvSource({
        "TaskAlreadyClaimedException,Task 'x' is already claimed by someone else.,500,领取",
        "OptimisticLockingException,ENGINE-03005 Execution of 'UPDATE' failed,500,刷新",
        "AuthorizationException,The user with id 'x' does not have permission,403,权限",
        "ProcessEngineException,NullPointerException,500,管理员"
    })
    void whatTheEngineSaysItselfIsSaidInChinese(String type, String message, int status, String said) {
        assertThat(EngineMessage.inChinese(type, message, status))
                .contains(said)
                .doesNotContainPattern("[A-Za-z]");
    }

    @Test
    void tasklistsOwnSignalsPass() {
        assertThat(EngineMessage.inChinese("RestException", "task is null", 500))
                .isEqualTo("task is null");
    }
}
