package org.huiyin.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.huiyin.notice.DeliveryMethod;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What petitionReview.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class ReviewTasks {
    @Bean
    UserTask decideReview(Review review, Clock clock) {
        return new DecideReview(review, clock);
    }

    private record DecideReview(Review review, Clock clock) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            ReviewText text = new ReviewText(
                    input.choice("reviewOutcome", ReviewOutcome.class),
                    input.text("reviewFindings"),
                    input.text("reviewOpinion"),
                    input.text("legalBasis"));
            DeliveryMethod method = input.choice("deliveryMethod", DeliveryMethod.class);
            review.decideReview(step.petition(), text, method, input.date("sentOn"), step.officer());
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            Map<String, Object> fields = new HashMap<>();
            review.find(task.petition()).ifPresent(request -> fields.put("reasons", request.reasons()));
            fields.put("sentOn", LocalDate.now(clock));
            if (!review.hasAddressee(task.petition())) {
                fields.put("deliveryMethod", DeliveryMethod.PUBLISHED.name());
            }
            return fields;
        }
    }
}
