package org.huiyin.staffing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huiyin.deadline.DueForProcess;
import org.huiyin.organ.Absence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What officerAbsence.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class AbsenceTasks {
    @Bean
    JavaDelegate beginAbsence(Absences absences) {
        return execution -> {
            Absence absence = absences.begin(Long.parseLong(execution.getProcessBusinessKey()));
            DueForProcess.TURNS_AT.set(
                    execution, AbsenceProcess.startOf(absence.to().plusDays(1)));
        };
    }

    @Bean
    JavaDelegate endAbsence(Absences absences) {
        return execution -> absences.end(Long.parseLong(execution.getProcessBusinessKey()));
    }
}
