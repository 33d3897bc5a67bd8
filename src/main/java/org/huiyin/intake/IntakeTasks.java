package org.huiyin.intake;

import static org.huiyin.intake.IntakeProcess.HANDLER;
import static org.huiyin.intake.IntakeProcess.IMPORT_DONE;
import static org.huiyin.intake.IntakeProcess.NEXT_STEP;
import static org.huiyin.intake.IntakeProcess.PROCEDURE;
import static org.huiyin.intake.IntakeProcess.TO_BE_SORTED;
import static org.huiyin.intake.IntakeProcess.WAY;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What petitionIntake.bpmn and petitionImport.bpmn ask of us. */
@Configuration(proxyBeanMethods = false)
class IntakeTasks {
    @Bean
    UserTask registerLetter(Intake intake, RegistrationForm form, AccusedForm accused) {
        return new Register(intake, form, form::letterDefaults, accused);
    }

    @Bean
    UserTask registerVisit(Intake intake, RegistrationForm form, AccusedForm accused) {
        return new Register(intake, form, form::visitDefaults, accused);
    }

    @Bean
    UserTask registerCall(Intake intake, RegistrationForm form, AccusedForm accused) {
        return new Register(intake, form, form::letterDefaults, accused);
    }

    @Bean
    UserTask registerMailbox(Intake intake, RegistrationForm form, AccusedForm accused) {
        return new Register(intake, form, form::letterDefaults, accused);
    }

    @Bean
    UserTask registerFieldVisit(Intake intake, RegistrationForm form, AccusedForm accused) {
        return new Register(intake, form, form::fieldDefaults, accused);
    }

    @Bean
    UserTask decideClass(Intake intake, Declining declining, SortingForm form) {
        return new DecideClass(intake, declining, form);
    }

    @Bean
    UserTask guideToProcedure(Intake intake, SortingForm form) {
        return new GuideToProcedure(intake, form);
    }

    @Bean
    JavaDelegate startImportedLifecycles(Imports imports) {
        return batch -> IMPORT_DONE.answer(batch, imports.startBatch(batch.getProcessBusinessKey()));
    }

    private record Register(
            Intake intake, RegistrationForm form, Supplier<Map<String, Object>> defaults, AccusedForm accused)
            implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return accused.with(defaults);
        }

        @Override
        public void complete(Step step, FormInput input) {
            boolean toBeSorted = !input.flag("startedByMistake")
                    && intake.register(
                            step.petition(),
                            form.read(input, intake.channelOf(step.petition())),
                            accused.read(input),
                            step.officer());
            if (input.flag("startedByMistake")) {
                intake.voidDraft(step.petition(), input.text("voidReason"));
            }
            step.answer(TO_BE_SORTED, toBeSorted);
            step.answer(NEXT_STEP, toBeSorted ? NextStep.DISPATCH.name() : NextStep.END.name());
        }
    }

    private record DecideClass(Intake intake, Declining declining, SortingForm form) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return form.classDefaults(task.petition());
        }

        @Override
        public void complete(Step step, FormInput input) {
            Classification decision = form.classification(input);
            Disposal disposal = SortingForm.disposal(input);
            if (disposal != Disposal.PROCEED) {
                declining.decline(
                        step.petition(), decision, disposal, SortingForm.disposalDelivery(input), step.officer());
                step.answer(WAY, Way.DECLINE.name());
                step.answer(NEXT_STEP, NextStep.END.name());
                return;
            }
            intake.decideClass(step.petition(), decision, step.officer());
            step.answer(WAY, decision.way().name());
            step.answer(NEXT_STEP, decision.nextStep().name());
            decision.procedure().ifPresent(procedure -> step.set(PROCEDURE, procedure.name()));
            decision.handler().ifPresent(handler -> step.set(HANDLER, handler.value()));
        }
    }

    private record GuideToProcedure(Intake intake, SortingForm form) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            return form.guidanceDefaults(task.petition());
        }

        @Override
        public void complete(Step step, FormInput input) {
            intake.guide(step.petition(), form.guidance(step.petition(), input), step.officer());
            step.answer(NEXT_STEP, NextStep.END.name());
        }
    }
}
