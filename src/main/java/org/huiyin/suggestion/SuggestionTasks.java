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
    UserTask studySuggestion(Suggestion suggestion) {
        return new StudySuggestion(suggestion);
    }

    @Bean
    UserTask signSuggestionReply(Suggestion suggestion) {
        return new SignSuggestionReply(suggestion);
    }

    private record StudySuggestion(Suggestion suggestion) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            StudyText text = new StudyText(
                    input.text("study"),
                    input.choice("conclusion", Conclusion.class),
                    input.maybeText("conclusionReason").orElse(""),
                    input.text("reply"));
            suggestion.studySuggestion(step.petition(), text, step.officer());
        }

        /** After a return the drafter goes on from his own words, with the head's comment above them. */
        @Override
        public Map<String, Object> open(OpenTask task) {
            return suggestion
                    .latestStudy(task.petition())
                    .map(StudySuggestion::shown)
                    .orElseGet(() -> Map.of("returnComment", ""));
        }

        private static Map<String, Object> shown(Study study) {
            Map<String, Object> fields = words(study.text());
            fields.put("conclusion", study.text().conclusion().name());
            fields.put(
                    "returnComment",
                    study.returnComment().map(comment -> "负责人退回修改：" + comment).orElse(""));
            return fields;
        }
    }

    private record SignSuggestionReply(Suggestion suggestion) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            boolean signed = input.choice("decision", SigningDecision.class) == SigningDecision.SIGN;
            if (signed) {
                suggestion.signReply(
                        step.petition(), input.choice("deliveryMethod", DeliveryMethod.class), step.officer());
            } else {
                suggestion.returnReply(step.petition(), input.text("signComment"), step.officer());
            }
            step.answer(REPLY_SIGNED, signed);
        }

        /** What is to be signed, to be read above the decision. */
        @Override
        public Map<String, Object> open(OpenTask task) {
            Map<String, Object> fields = suggestion
                    .latestStudy(task.petition())
                    .map(study -> words(study.text()))
                    .orElseGet(HashMap::new);
            if (!suggestion.hasAddressee(task.petition())) {
                fields.put("deliveryMethod", DeliveryMethod.PUBLISHED.name());
            }
            return fields;
        }
    }

    private static Map<String, Object> words(StudyText text) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("study", text.study());
        fields.put("conclusion", text.conclusion().label());
        fields.put("conclusionReason", text.conclusionReason());
        fields.put("reply", text.reply());
        return fields;
    }
}
