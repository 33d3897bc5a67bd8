package org.huiyin.dispatch;

import static org.huiyin.dispatch.ContributionProcess.LAMP;
import static org.huiyin.dispatch.ContributionProcess.REQUEST;

import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huiyin.deadline.DueForProcess;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What contribution.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class ContributionTasks {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);

    @Bean
    UserTask giveContribution(Contributions contributions, Organs organs) {
        return new GiveContribution(contributions, organs);
    }

    @Bean
    JavaDelegate watchContribution(Contributions contributions) {
        return watch -> {
            Contributions.Watched watched =
                    contributions.turn(new PetitionId(watch.getProcessBusinessKey()), REQUEST.get(watch));
            LAMP.answer(watch, watched.lamp().name());
            watched.turnsAt().ifPresent(next -> DueForProcess.TURNS_AT.answer(watch, Date.from(next)));
        };
    }

    private record GiveContribution(Contributions contributions, Organs organs) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            int request = Integer.parseInt(String.valueOf(task.routing().get(REQUEST.name())));
            Helper helper = contributions.get(task.petition(), request);
            return Map.of(
                    "leadOrgan", organs.get(helper.lead()).name(),
                    "contributionDue", DAY.format(helper.due()),
                    "helperTask", helper.asked());
        }

        @Override
        public void complete(Step step, FormInput input) {
            contributions.give(step.petition(), step.get(REQUEST), input.text("contribution"), step.officer());
        }
    }
}
