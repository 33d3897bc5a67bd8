package org.huiyin.recusal;

import java.util.List;
import java.util.Map;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Option;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What recusalDecision.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class RecusalTasks {
    @Bean
    UserTask decideRecusal(Recusals recusals, Organs organs) {
        return new DecideRecusal(recusals, organs);
    }

    private record DecideRecusal(Recusals recusals, Organs organs) implements UserTask {
        @Override
        public Map<String, Object> open(OpenTask task) {
            int number = Integer.parseInt(String.valueOf(task.routing().get(RecusalProcess.REQUEST.name())));
            Recusal request = recusals.get(task.petition(), number);
            List<Option> successors = recusals.successors(request).stream()
                    .map(officer -> new Option(officer.id().value(), officer.name()))
                    .toList();
            return Map.of(
                    "officerName", name(request),
                    "origin", request.origin().label(),
                    "recusalReason", request.reason(),
                    "successors", successors);
        }

        @Override
        public void complete(Step step, FormInput input) {
            RecusalDecision decision = new RecusalDecision(
                    input.choice("decision", RecusalState.class),
                    input.text("decisionReason"),
                    input.maybeOfficer("successor"));
            recusals.decide(step.petition(), step.get(RecusalProcess.REQUEST), decision, step.officer());
        }

        private String name(Recusal request) {
            Officer officer = organs.officer(request.officer());
            return officer.name() + "（"
                    + organs.find(officer.organ()).map(Organ::name).orElse("") + officer.title() + "）";
        }
    }
}
