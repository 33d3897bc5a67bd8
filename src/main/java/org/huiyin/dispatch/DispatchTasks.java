package org.huiyin.dispatch;

import static org.huiyin.dispatch.AssignmentProcess.REPORT_ACCEPTED;
import static org.huiyin.dispatch.DispatchProcess.ARBITER;
import static org.huiyin.dispatch.DispatchProcess.BODY;
import static org.huiyin.dispatch.DispatchProcess.CONTESTED;
import static org.huiyin.dispatch.DispatchProcess.HANDLER;
import static org.huiyin.dispatch.DispatchProcess.OBJECTION_AGREED;
import static org.huiyin.dispatch.DispatchProcess.ORGAN;
import static org.huiyin.dispatch.DispatchProcess.PASSED_ON;
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
import org.huiyin.simplified.SeveralBodies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What petitionDispatch.bpmn, assignmentReport.bpmn and accusationTransfer.bpmn ask of us. */
@Configuration(proxyBeanMethods = false)
class DispatchTasks {
    /** Helpers beside the lead make several bodies answer for a matter. */
    @Bean
    SeveralBodies severalBodies(HelperTable helpers) {
        return petition -> helpers.of(petition).stream()
                .anyMatch(helper -> helper.withdrawal().isEmpty());
    }

    @Bean
    UserTask forwardPetition(Dispatch dispatch, DispatchForm form) {
        return new ForwardPetition(dispatch, form);
    }

    @Bean
    UserTask signIn(Dispatch dispatch, Objections objections, DispatchForm form) {
        return new SignIn(dispatch, objections, form);
    }

    @Bean
    UserTask reviewObjection(Objections objections) {
        return (step, input) -> {
            ObjectionDecision decision = input.choice("decision", ObjectionDecision.class);
            objections.review(step.petition(), decision, input.text("reviewReason"), step.officer());
            step.answer(OBJECTION_AGREED, decision == ObjectionDecision.AGREE);
        };
    }

    @Bean
    UserTask arbitrateCompetence(Arbitration arbitration, DispatchForm form) {
        return new ArbitrateCompetence(arbitration, form);
    }

    @Bean
    UserTask reportResult(Assignments assignments) {
        return new ReportResult(assignments);
    }

    @Bean
    UserTask acceptReport(Assignments assignments) {
        return new AcceptReport(assignments);
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
            OrganId sender = new OrganId(step.get(SENDER));
            Sent sent = dispatch.forward(step.petition(), sender, form.order(input), step.officer());
            step.set(sent.passedOn() ? SENDER : ORGAN, sent.receiver().value());
            step.answer(PASSED_ON, sent.passedOn());
        }
    }

    private record SignIn(Dispatch dispatch, Objections objections, DispatchForm form) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return form.signInDefaults(task.petition(), task.organ(ORGAN).orElseThrow());
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
            Optional<OrganId> arbiter =
                    objections.object(step.petition(), organ, form.objection(input), paper, step.officer());
            arbiter.ifPresent(superior -> step.set(ARBITER, superior.value()));
            step.answer(CONTESTED, arbiter.isPresent());
        }
    }

    private record ArbitrateCompetence(Arbitration arbitration, DispatchForm form) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return form.arbitrationDefaults(task.petition());
        }

        @Override
        public void complete(Step step, FormInput input) {
            OrganId designated = input.organ("designatedOrgan");
            OrganId arbiter = new OrganId(step.get(ARBITER));
            arbitration.decide(step.petition(), arbiter, designated, input.text("arbitrationReason"), step.officer());
            step.set(ORGAN, designated.value());
        }
    }

    private record ReportResult(Assignments assignments) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return assignments
                    .latest(task.petition())
                    .map(returned -> Map.<String, Object>of(
                            "reportText", returned.text(), "reportReturn", returned.returnReason()))
                    .orElseGet(() -> Map.of("reportReturn", ""));
        }

        @Override
        public void complete(Step step, FormInput input) {
            assignments.report(step.petition(), input.text("reportText"), step.officer());
        }
    }

    private record AcceptReport(Assignments assignments) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return Map.of(
                    "reportText",
                    assignments.latest(task.petition()).orElseThrow().text());
        }

        @Override
        public void complete(Step step, FormInput input) {
            boolean accepted = input.choice("decision", ReportDecision.class) == ReportDecision.ACCEPT;
            if (accepted) {
                assignments.accept(step.petition(), step.officer());
            } else {
                assignments.giveBack(
                        step.petition(), input.text("returnReason"), input.maybeDate("feedbackDue"), step.officer());
            }
            step.answer(REPORT_ACCEPTED, accepted);
        }
    }

    private record TransferAccusation(Accusations accusations, DispatchForm form) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return form.transferDefaults(task.petition());
        }

        @Override
        public void complete(Step step, FormInput input) {
            OrganId body = input.organ("disciplineBody");
            Optional<String> note = input.maybeText("transferNote");
            if (body.equals(Accusations.OUTSIDE) && input.asks("outsideBody")) {
                String name = input.text("outsideBody");
                step.set(
                        BODY,
                        accusations
                                .transferOutside(step.petition(), name, note, step.officer())
                                .value());
            } else {
                accusations.transfer(step.petition(), body, note, step.officer());
                step.set(BODY, body.value());
            }
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
