package org.huiyin.urgent;

import static org.huiyin.urgent.UrgentProcess.ORGAN;

import java.util.Map;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What urgentReport.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class UrgentTasks {
    @Bean
    UserTask acknowledgeReport(UrgentMatters urgent) {
        return new AcknowledgeReport(urgent);
    }

    private record AcknowledgeReport(UrgentMatters urgent) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return urgent.toAcknowledge(task.petition(), task.assignee().map(OfficerId::new))
                    .map(alert -> Map.<String, Object>of("reportText", words(alert)))
                    .orElseGet(Map::of);
        }

        @Override
        public void complete(Step step, FormInput input) {
            urgent.acknowledge(
                    step.petition(),
                    new OrganId(step.get(ORGAN)),
                    input.maybeText("instruction").orElse(""),
                    step.officer());
        }

        private static String words(UrgentAlert alert) {
            UrgentReport report = alert.report();
            String withdrawn = alert.withdrawal()
                    .map(withdrawal -> "（标记已经撤销：" + withdrawal.reason() + "）\n")
                    .orElse("");
            return withdrawn
                    + report.level().label() + "，" + report.kind().label() + "；涉及人数："
                    + (report.people() == 0 ? "不详" : report.people() + "人") + "；地点：" + report.place() + "\n情况："
                    + report.situation() + "\n已采取的措施：" + report.measures();
        }
    }
}
