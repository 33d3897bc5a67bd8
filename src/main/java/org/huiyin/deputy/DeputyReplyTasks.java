package org.huiyin.deputy;

import java.util.Map;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.huiyin.notice.DeliveryMethod;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What deputyReply.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class DeputyReplyTasks {
    @Bean
    UserTask tellDeputy(DeputyReplies replies) {
        return new TellDeputy(replies);
    }

    private record TellDeputy(DeputyReplies replies) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return Map.of("decision", ReplyDecision.TELL.name(), "outcomeText", replies.proposal(task.petition()));
        }

        @Override
        public void complete(Step step, FormInput input) {
            if (input.choice("decision", ReplyDecision.class) == ReplyDecision.TELL) {
                replies.tell(
                        step.petition(),
                        input.text("outcomeText"),
                        input.choice("deliveryMethod", DeliveryMethod.class),
                        step.officer());
            } else {
                replies.notNeeded(step.petition(), input.text("notNeededReason"), step.officer());
            }
        }
    }
}
