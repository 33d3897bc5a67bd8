package org.huiyin.engine;

import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;

/** Instances are started by start forms and by our own verbs; nobody else may choose a key, variables or a place to begin. */
class GuardedRuntimeService extends RuntimeServiceImpl {
    private final java.util.function.Supplier<Boolean> personIsLoggedIn;

    GuardedRuntimeService(java.util.function.Supplier<Boolean> personIsLoggedIn) {
        this.personIsLoggedIn = personIsLoggedIn;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String processDefinitionId) {
        refusePeople();
        return super.createProcessInstanceById(processDefinitionId);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String processDefinitionKey) {
        refusePeople();
        return super.createProcessInstanceByKey(processDefinitionKey);
    }

    private void refusePeople() {
        if (personIsLoggedIn.get()) {
            throw Refusal.of("请从待办工作台的“启动流程”填写表单启动。");
        }
    }
}
