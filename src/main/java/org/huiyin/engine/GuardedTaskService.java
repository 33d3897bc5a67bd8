package org.huiyin.engine;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.Validator;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.huiyin.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * The task service that people reach through Tasklist: a task is completed with its own form only, and what the engine
 * would keep outside the case file (comments, attachments) or outside the model (errors, delegation) is refused.
 */
class GuardedTaskService extends TaskServiceImpl {
    static final String CASE_FILE = "请把意见和材料记入案卷：引擎的评论和附件不属于信访档案。";

    private final TaskCompletion completion;

    GuardedTaskService(TaskCompletion completion) {
        this.completion = completion;
    }

    /** CVE-2026-109432: expressions inside or-queries are never checked by the engine, so none are taken. */
    @Override
    public TaskQuery createTaskQuery() {
        TaskQueryImpl query = new TaskQueryImpl(commandExecutor);
        query.addValidator(new NoExpressionsInOrQueries());
        return query;
    }

    /** A person takes a task for himself only; letting go is a verb of ours, which leaves no task without anybody (R25). */
    @Override
    public void claim(String taskId, @Nullable String userId) {
        commandExecutor.execute(command -> {
            Optional<OfficerId> person = Actor.person();
            if (userId == null || !person.map(OfficerId::value).orElse(userId).equals(userId)) {
                throw Refusal.of("待办只能由本人领取；交回请用“交回本组”。");
            }
            return new ClaimTaskCmd(taskId, userId).execute(command);
        });
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        try {
            commandExecutor.execute(command -> completion.complete(command, taskId, variables));
        } catch (RuntimeException e) {
            throw Refusal.toPerson(e);
        }
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        complete(taskId, variables);
        return Variables.createVariables();
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        throw Refusal.of("本系统不使用“委派”，请交回本组后由他人领取。");
    }

    @Override
    public void resolveTask(String taskId) {
        throw Refusal.of("本系统不使用“委派”，请由承办人本人办理。");
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        resolveTask(taskId);
    }

    @Override
    public void handleBpmnError(
            String taskId,
            @Nullable String errorCode,
            @Nullable String errorMessage,
            @Nullable Map<String, Object> variables) {
        throw Refusal.of("待办只能填写表单办结，不能以错误结束。");
    }

    @Override
    public void handleBpmnError(String taskId, @Nullable String errorCode, @Nullable String errorMessage) {
        handleBpmnError(taskId, errorCode, errorMessage, null);
    }

    @Override
    public void handleBpmnError(String taskId, @Nullable String errorCode) {
        handleBpmnError(taskId, errorCode, null, null);
    }

    /** What a verb of ours tells a model beside an open task; nobody else does. */
    @Override
    public void handleEscalation(String taskId, @Nullable String escalationCode, @Nullable Map<String, Object> vars) {
        if (!Actor.throughGateway()) {
            throw Refusal.of("待办只能填写表单办结，不能以升级结束。");
        }
        super.handleEscalation(taskId, escalationCode, vars);
    }

    @Override
    public void handleEscalation(String taskId, @Nullable String escalationCode) {
        handleEscalation(taskId, escalationCode, null);
    }

    @Override
    protected void setVariables(String taskId, Map<String, ? extends Object> variables, boolean local) {
        throw Refusal.of("流程变量由系统写入，不能直接修改。");
    }

    @Override
    protected void updateVariables(
            String taskId,
            Map<String, ? extends Object> modifications,
            java.util.Collection<String> deletions,
            boolean local) {
        throw Refusal.of("流程变量由系统写入，不能直接修改。");
    }

    @Override
    public void addComment(String taskId, String processInstance, String message) {
        throw Refusal.of(CASE_FILE);
    }

    @Override
    public Comment createComment(String taskId, String processInstance, String message) {
        throw Refusal.of(CASE_FILE);
    }

    @Override
    public Attachment createAttachment(
            String type,
            String taskId,
            String processInstanceId,
            String name,
            String description,
            InputStream content) {
        throw Refusal.of(CASE_FILE);
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String processInstanceId, String name, String description, String url) {
        throw Refusal.of(CASE_FILE);
    }

    private static final class NoExpressionsInOrQueries implements Validator<AbstractQuery<?, ?>> {
        @Override
        public void validate(AbstractQuery<?, ?> query) {
            if (query instanceof TaskQueryImpl tasks
                    && tasks.getQueries().stream()
                            .anyMatch(part ->
                                    part != tasks && !part.getExpressions().isEmpty())) {
                throw new BadUserRequestException("组合查询（or）中不允许使用表达式。");
            }
        }
    }
}
