package org.huiyin.deadline;

import static org.huiyin.deadline.DeadlineProcess.CLOCK;
import static org.huiyin.deadline.DeadlineProcess.LAMP;
import static org.huiyin.deadline.DeadlineProcess.STOPPED;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huiyin.kernel.PetitionId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What deadlineWatch.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class DeadlineTasks {
    @Bean
    JavaDelegate turnLamp(Lamps lamps) {
        return execution -> {
            String watch = execution.getProcessInstanceId();
            PetitionId petition = new PetitionId(execution.getProcessBusinessKey());
            CLOCK.find(execution).ifPresent(clock -> lamps.watch(clock, watch));
            LAMP.answer(execution, lamps.turn(petition, watch).map(Lamp::name).orElse(STOPPED));
        };
    }
}
