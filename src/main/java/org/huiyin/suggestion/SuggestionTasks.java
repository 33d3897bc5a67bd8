package org.huiyin.suggestion;

import static org.huiyin.suggestion.SuggestionProcess.HANDLER;
import static org.huiyin.suggestion.SuggestionProcess.REPLY_SIGNED;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.signing.Draft;
import org.huiyin.signing.Drafts;
import org.huiyin.signing.SigningDecision;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What suggestionHandling.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class SuggestionTasks {
    @Bean
    ExecutionListener suggestionAssigned(Suggestion suggestion) {
        return execution -> suggestion.begin(
                new PetitionId(execution.getProcessBusinessKey()), new OfficerId(HANDLER.get(execution)));
    }

    @Bean
    UserTask studySuggestion(Drafts drafts) {
        return new StudySuggestion(drafts);
    }

    @Bean
    UserTask signSuggestionReply(Suggestion suggestion, Drafts drafts) {
        return new SignSuggestionReply(suggestion, drafts);
    }

    private record StudySuggestion(Drafts drafts) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            StudyText text = new StudyText(
                    input.text("study"),
                    input.choice("conclusion", Conclusion.class),
                    input.maybeText("conclusionReason").orElse(""),
                    input.text("reply"));
            drafts.submit(step.petition(), StudyText.KIND, text, step.officer());
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            return drafts.latest(task.petition(), StudyText.KIND)
                    .map(Draft::toRevise)
                    .orElseGet(() -> Map.of("returnComment", ""));
        }
    }

    private record SignSuggestionReply(Suggestion suggestion, Drafts drafts) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            boolean signed = SigningDecision.of(input) == SigningDecision.SIGN;
            if (signed) {
                suggestion.signReply(
                        step.petition(), input.choice("deliveryMethod", DeliveryMethod.class), step.officer());
            } else {
                drafts.giveBack(step.petition(), StudyText.KIND, SigningDecision.comment(input), step.officer());
            }
            step.answer(REPLY_SIGNED, signed);
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            Map<String, Object> fields = drafts.latest(task.petition(), StudyText.KIND)
                    .map(Draft::toRead)
                    .orElseGet(HashMap::new);
            if (!suggestion.hasAddressee(task.petition())) {
                fields.put("deliveryMethod", DeliveryMethod.PUBLISHED.name());
            }
            return fields;
        }
    }
}
