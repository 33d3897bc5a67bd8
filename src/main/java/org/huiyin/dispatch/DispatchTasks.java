package org.huiyin.dispatch;

import static org.huiyin.dispatch.DispatchProcess.BODY;
import static org.huiyin.dispatch.DispatchProcess.HANDLER;
import static org.huiyin.dispatch.DispatchProcess.OBJECTION_AGREED;
import static org.huiyin.dispatch.DispatchProcess.ORGAN;
import static org.huiyin.dispatch.DispatchProcess.SENDER;
import static org.huiyin.dispatch.DispatchProcess.SIGNED_IN;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What petitionDispatch.bpmn and accusationTransfer.bpmn ask of us. */
@Configuration(proxyBeanMethods = false)
class DispatchTasks {
    @Bean
    UserTask forwardPetition(Dispatch dispatch, DispatchForm form) {
        return new ForwardPetition(dispatch, form);
    }

    @Bean
    UserTask signIn(Dispatch dispatch, DispatchForm form) {
        return new SignIn(dispatch, form);
    }

    @Bean
    UserTask reviewObjection(Dispatch dispatch) {
        return (step, input) -> {
            ObjectionDecision decision = input.choice("decision", ObjectionDecision.class);
            dispatch.reviewObjection(step.petition(), decision, input.text("reviewReason"), step.officer());
            step.answer(OBJECTION_AGREED, decision == ObjectionDecision.AGREE);
        };
    }

    @Bean
    UserTask transferAccusation(Accusations accusations, DispatchForm form) {
        return new TransferAccusation(accusations, form);
    }

    @Bean
    UserTask receiveAccusation(Accusations accusations, DispatchForm form) {
        return new ReceiveAccusation(accusations, form);
    }

    @Bean
    JavaDelegate closeAccusation(Accusations accusations) {
        return accusation -> accusations.close(new PetitionId(accusation.getProcessBusinessKey()));
    }

    private record ForwardPetition(Dispatch dispatch, DispatchForm form) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return form.forwardDefaults(task.petition(), task.organ(SENDER).orElseThrow());
        }

        @Override
        public void complete(Step step, FormInput input) {
            OrganId receiver = input.organ("receivingOrgan");
            OrganId sender = new OrganId(step.get(SENDER));
            dispatch.forward(step.petition(), sender, receiver, input.text("forwardReason"), step.officer());
            step.set(ORGAN, receiver.value());
        }
    }

    private record SignIn(Dispatch dispatch, DispatchForm form) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return form.signInDefaults(task.organ(ORGAN).orElseThrow());
        }

        @Override
        public void complete(Step step, FormInput input) {
            boolean signed = input.choice("decision", SignInDecision.class) == SignInDecision.SIGN;
            if (signed) {
                sign(step, input);
            } else {
                object(step, input);
            }
            step.answer(SIGNED_IN, signed);
        }

        private void sign(Step step, FormInput input) {
            OfficerId handler = input.officer("handler");
            Optional<LocalDate> paper = input.maybeDate("paperReceivedOn");
            dispatch.signIn(step.petition(), new OrganId(step.get(ORGAN)), handler, paper);
            step.set(HANDLER, handler.value());
        }

        private void object(Step step, FormInput input) {
            OrganId organ = new OrganId(step.get(ORGAN));
            Optional<LocalDate> paper = input.maybeDate("paperReceivedOn");
            dispatch.object(step.petition(), organ, form.objection(input), paper, step.officer());
        }
    }

    private record TransferAccusation(Accusations accusations, DispatchForm form) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return form.transferDefaults();
        }

        @Override
        public void complete(Step step, FormInput input) {
            OrganId body = input.organ("disciplineBody");
            accusations.transfer(step.petition(), body, input.maybeText("transferNote"), step.officer());
            step.set(BODY, body.value());
        }
    }

    private record ReceiveAccusation(Accusations accusations, DispatchForm form) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return form.receiptDefaults();
        }

        @Override
        public void complete(Step step, FormInput input) {
            accusations.receive(step.petition(), input.date("receivedOn"), step.officer());
        }
    }
}
