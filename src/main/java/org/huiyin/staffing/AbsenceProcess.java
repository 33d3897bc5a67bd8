package org.huiyin.staffing;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.huiyin.deadline.DueForProcess;
import org.huiyin.engine.EngineClock;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Instances;
import org.huiyin.engine.Variable;
import org.huiyin.organ.Absence;
import org.springframework.stereotype.Component;

/** Names shared with officerAbsence.bpmn, and what we tell the engine: one instance for each absence, its id the business key. */
@Component
class AbsenceProcess {
    static final String ID = "officerAbsence";
    static final Variable<Boolean> BEGUN = new Variable<>("begun", Boolean.class);

    private static final List<String> WAITING = List.of("awaitAbsence", "awaitReturn");

    private final EngineGateway gateway;
    private final Instances instances;

    AbsenceProcess(EngineGateway gateway, Instances instances) {
        this.gateway = gateway;
        this.instances = instances;
    }

    String start(Absence absence, boolean begun) {
        return gateway.start(
                ID,
                Long.toString(absence.id()),
                Map.of(BEGUN.name(), begun, DueForProcess.TURNS_AT.name(), startOf(absence.from())));
    }

    /** Before it began it is called off; while it runs he is back early. */
    void leave(String instance) {
        instances.signal(instance, WAITING);
    }

    static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(EngineClock.BEIJING).toInstant());
    }
}
