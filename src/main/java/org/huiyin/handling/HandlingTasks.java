package org.huiyin.handling;

import static org.huiyin.handling.HandlingProcess.ACCEPTED;
import static org.huiyin.handling.HandlingProcess.ANSWERED;
import static org.huiyin.handling.HandlingProcess.HANDLER;
import static org.huiyin.handling.HandlingProcess.OPINION_SIGNED;
import static org.huiyin.handling.HandlingProcess.RECEIPT_DUE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.ReceiptKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What petitionHandling.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class HandlingTasks {
    @Bean
    ExecutionListener handlingStarted(Handling handling) {
        return execution -> handling.begin(
                new PetitionId(execution.getProcessBusinessKey()), new OfficerId(HANDLER.get(execution)));
    }

    @Bean
    UserTask decideAcceptance(Handling handling) {
        return new DecideAcceptance(handling);
    }

    @Bean
    UserTask draftOpinion(Handling handling) {
        return new DraftOpinion(handling);
    }

    @Bean
    UserTask signOpinion(Handling handling) {
        return new SignOpinion(handling);
    }

    @Bean
    UserTask sendOpinion(Handling handling, Delivery delivery, Clock clock) {
        return new SendOpinion(handling, delivery, clock);
    }

    @Bean
    UserTask recordReceipt(Delivery delivery) {
        return (step, input) -> {
            delivery.recordReceipt(
                    step.petition(),
                    input.choice("receiptKind", ReceiptKind.class),
                    input.date("receivedOn"),
                    input.maybeText("receiptNote").orElse(""));
            step.answer(ANSWERED, true);
        };
    }

    private record DecideAcceptance(Handling handling) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            boolean accepted = handling.decideAcceptance(step.petition(), typed(input), step.officer());
            step.answer(ACCEPTED, accepted);
            step.answer(ANSWERED, accepted);
        }

        private static Acceptance typed(FormInput input) {
            boolean accepted = input.choice("decision", AcceptanceDecision.class) == AcceptanceDecision.ACCEPT;
            return new Acceptance(
                    accepted ? Optional.empty() : Optional.of(input.choice("declineReason", DeclineReason.class)),
                    input.maybeText("whereToGo").orElse(""),
                    input.maybeText("explanation").orElse(""),
                    input.choice("deliveryMethod", DeliveryMethod.class));
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            return handling.hasAddressee(task.petition())
                    ? Map.of()
                    : Map.of("deliveryMethod", DeliveryMethod.NOT_DUE.name());
        }
    }

    private record DraftOpinion(Handling handling) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            OpinionText text = new OpinionText(
                    input.text("demands"),
                    input.text("findings"),
                    input.choice("opinionOutcome", OpinionOutcome.class),
                    input.text("opinion"),
                    input.text("legalBasis"));
            handling.draftOpinion(step.petition(), text, step.officer());
        }

        /** After a return the drafter goes on from his own words, with the head's comment above them. */
        @Override
        public Map<String, Object> open(OpenTask task) {
            return handling.latestDraft(task.petition())
                    .map(DraftOpinion::shown)
                    .orElseGet(() -> Map.of("returnComment", "", "demands", handling.demands(task.petition())));
        }

        private static Map<String, Object> shown(Draft draft) {
            Map<String, Object> fields = words(draft.text());
            fields.put("opinionOutcome", draft.text().outcome().name());
            fields.put(
                    "returnComment",
                    draft.returnComment().map(comment -> "负责人退回修改：" + comment).orElse(""));
            return fields;
        }
    }

    private record SignOpinion(Handling handling) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            boolean signed = input.choice("decision", SigningDecision.class) == SigningDecision.SIGN;
            if (signed) {
                handling.signOpinion(step.petition(), step.officer());
            } else {
                handling.returnOpinion(step.petition(), input.text("signComment"), step.officer());
            }
            step.answer(OPINION_SIGNED, signed);
        }

        /** What is to be signed, to be read above the decision. */
        @Override
        public Map<String, Object> open(OpenTask task) {
            return handling.latestDraft(task.petition())
                    .map(draft -> words(draft.text()))
                    .orElseGet(HashMap::new);
        }
    }

    private record SendOpinion(Handling handling, Delivery delivery, Clock clock) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            boolean receiptDue = delivery.sendOpinion(
                    step.petition(), input.choice("deliveryMethod", DeliveryMethod.class), input.date("sentOn"));
            step.answer(RECEIPT_DUE, receiptDue);
            step.answer(ANSWERED, true);
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("sentOn", LocalDate.now(clock));
            if (!handling.hasAddressee(task.petition())) {
                fields.put("deliveryMethod", DeliveryMethod.PUBLISHED.name());
            }
            return fields;
        }
    }

    private static Map<String, Object> words(OpinionText text) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("demands", text.demands());
        fields.put("findings", text.findings());
        fields.put("opinionOutcome", text.outcome().label());
        fields.put("opinion", text.opinion());
        fields.put("legalBasis", text.legalBasis());
        return fields;
    }
}
