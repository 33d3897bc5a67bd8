package org.huiyin.deadline;

import static org.huiyin.deadline.DeadlineProcess.CLOCK;
import static org.huiyin.deadline.DeadlineProcess.HELD;
import static org.huiyin.deadline.DeadlineProcess.LAMP;
import static org.huiyin.deadline.DeadlineProcess.RECOUNT_DONE;
import static org.huiyin.deadline.DeadlineProcess.STOPPED;
import static org.huiyin.deadline.DeadlineProcess.TURNS_AT;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huiyin.kernel.PetitionId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What deadlineWatch.bpmn and ruleRecount.bpmn ask of us. */
@Configuration(proxyBeanMethods = false)
class DeadlineTasks {
    @Bean
    JavaDelegate turnLamp(Lamps lamps) {
        return execution -> {
            String watch = execution.getProcessInstanceId();
            Optional<Clock> clock = CLOCK.find(execution)
                    .map(id -> lamps.begin(id, watch))
                    .orElseGet(() -> lamps.turn(new PetitionId(execution.getProcessBusinessKey()), watch));
            LAMP.answer(execution, clock.map(DeadlineTasks::shown).orElse(STOPPED));
            clock.flatMap(Clock::turnsAt).ifPresent(next -> TURNS_AT.answer(execution, Date.from(next)));
        };
    }

    @Bean
    JavaDelegate recountRunningClocks(RuleRecount recount) {
        return batch -> RECOUNT_DONE.answer(batch, recount.batch(Long.parseLong(batch.getProcessBusinessKey())));
    }

    private static String shown(Clock clock) {
        return clock.isHeld() ? HELD : clock.lamp().name();
    }
}
