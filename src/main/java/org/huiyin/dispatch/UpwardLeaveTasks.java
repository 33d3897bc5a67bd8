package org.huiyin.dispatch;

import java.util.Map;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.huiyin.organ.Organs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What upwardLeave.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class UpwardLeaveTasks {
    @Bean
    UserTask decideUpwardLeave(UpwardLeaves leaves, Organs organs) {
        return new DecideUpwardLeave(leaves, organs);
    }

    private record DecideUpwardLeave(UpwardLeaves leaves, Organs organs) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            LeaveRequest request = leaves.openRequest(task.petition()).orElseThrow();
            return Map.of(
                    "organName",
                    organs.get(request.organ()).name(),
                    "duty",
                    leaves.duty(request).orElse("本事项已经不在该单位职责清单之内"),
                    "leaveReason",
                    request.reason());
        }

        @Override
        public void complete(Step step, FormInput input) {
            LeaveDecision decision = input.choice("decision", LeaveDecision.class);
            leaves.decide(step.petition(), decision, input.text("decisionReason"), step.officer());
        }
    }
}
