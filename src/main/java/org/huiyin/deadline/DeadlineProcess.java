package org.huiyin.deadline;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Variable;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Names shared with processes/deadline, and what we tell the engine. */
@Component
class DeadlineProcess {
    static final String ID = "deadlineWatch";
    static final String RECOUNT = "ruleRecount";
    /** Known from the start to the first lamp only and never stored: from then on the row knows its watch. */
    static final Variable<Long> CLOCK = new Variable<>("clock", Long.class);
    /** The answer at the gateway: a lamp, held, or stopped. */
    static final Variable<String> LAMP = new Variable<>("lamp", String.class);

    /** The end of the lamp, told to the timer on its border. */
    static final Variable<Date> TURNS_AT = new Variable<>("turnsAt", Date.class);

    static final Variable<Boolean> RECOUNT_DONE = new Variable<>("recountDone", Boolean.class);

    static final String STOPPED = "STOPPED";
    static final String HELD = "HELD";

    private final EngineGateway gateway;

    DeadlineProcess(EngineGateway gateway) {
        this.gateway = gateway;
    }

    void start(Clock clock) {
        gateway.start(ID, clock.petition(), Map.of(CLOCK.name(), Variables.longValue(clock.id(), true)));
    }

    /** The clocks of these watches have ended; there is nothing left to look at and no history to keep. */
    void end(List<String> watches) {
        gateway.endUnrecorded(watches);
    }

    /** The clock has moved: the watch looks at its row again. */
    void wake(String watch) {
        gateway.signalExecutionOf(watch);
    }

    /** By when the open tasks are due is asked of the models again. */
    void renewDueDates(PetitionId petition) {
        gateway.renewDueDates(petition);
    }

    /** The rules have changed: the running clocks are counted anew, batch by batch. */
    void startRecount(long change) {
        gateway.start(RECOUNT, String.valueOf(change), Map.of());
    }

    void prioritise(Map<PetitionId, EngineGateway.Haste> haste) {
        gateway.hurry(haste);
    }
}
