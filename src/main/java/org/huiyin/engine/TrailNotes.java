package org.huiyin.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.huiyin.engine.TrailMark.Sign;
import org.huiyin.kernel.OfficerId;

/**
 * Where the instances of one command of the engine went, noted as it happens and written in one statement when the command is
 * flushed, in its transaction (ADR 45).
 */
final class TrailNotes implements Session {
    private final TrailTable table;
    private final Clock clock;
    private final Map<String, Noted> notes = new LinkedHashMap<>();

    TrailNotes(TrailTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    void note(String instance, TrailMark mark) {
        notes.computeIfAbsent(instance, first -> new Noted(Actor.person().orElse(OfficerId.SYSTEM)))
                .add(mark);
    }

    @Override
    public void flush() {
        if (!notes.isEmpty()) {
            table.write(clock.instant(), notes);
            notes.clear();
        }
    }

    @Override
    public void close() {
        // what was not flushed did not happen
    }

    /** What one instance did in this command, and in whose name. */
    static final class Noted {
        private final OfficerId actor;
        private final List<TrailMark> marks = new ArrayList<>();

        private Noted(OfficerId actor) {
            this.actor = actor;
        }

        OfficerId actor() {
            return actor;
        }

        String text() {
            return TrailMark.text(marks);
        }

        /** What is left in the step in which it was entered was only passed, unless it called another instance. */
        private void add(TrailMark mark) {
            if (mark.sign() == Sign.LEFT) {
                int entered = marks.indexOf(mark.as(Sign.ENTERED));
                boolean called = marks.stream()
                        .anyMatch(
                                one -> one.sign() == Sign.CALLED && one.visit().equals(mark.visit()));
                if (entered >= 0 && !called) {
                    marks.set(entered, mark.as(Sign.PASSED));
                    return;
                }
            }
            marks.add(mark);
        }
    }
}
