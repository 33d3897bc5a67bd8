package org.huiyin.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The rules of docs/models.md once more when anything is deployed, so that no model passes by the build. */
class ModelRules extends AbstractBpmnParseListener {
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    @Override
    public void parseScriptTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        refuse(task, "脚本任务不允许使用，请改为服务任务并绑定登记在册的组件。");
    }

    @Override
    public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        if (task.attributeNS(uri(), "class") != null || task.attributeNS(uri(), "expression") != null) {
            refuse(task, "服务任务只能用 delegateExpression 绑定登记在册的组件。");
        }
    }

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        if (task.attributeNS(uri(), "formRef") == null) {
            refuse(task, "用户任务必须绑定表单（formRef）。");
        }
        if (task.attributeNS(uri(), "assignee") == null && task.attributeNS(uri(), "candidateGroups") == null) {
            refuse(task, "用户任务必须有承办人或候选组（R25）。");
        }
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        List<Element> scripts = process.elements("scriptTask");
        if (!scripts.isEmpty()) {
            refuse(scripts.get(0), "脚本任务不允许使用。");
        }
    }

    private static org.camunda.bpm.engine.impl.util.xml.Namespace uri() {
        return new org.camunda.bpm.engine.impl.util.xml.Namespace(CAMUNDA);
    }

    private static void refuse(Element element, String rule) {
        throw new ProcessEngineException("模型元素 " + element.attribute("id") + "：" + rule);
    }
}
