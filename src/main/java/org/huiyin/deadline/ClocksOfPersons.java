package org.huiyin.deadline;

import java.util.Optional;
import org.huiyin.casefile.PersonReplaced;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever takes over a petition takes over its clocks (R25). */
@Component
class ClocksOfPersons {
    private final Deadlines deadlines;

    ClocksOfPersons(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @EventListener
    void on(PersonReplaced replaced) {
        deadlines.of(replaced.petition()).stream()
                .filter(clock -> clock.isOpen() && clock.person().equals(Optional.of(replaced.before())))
                .forEach(clock -> deadlines.hand(replaced.petition(), clock.kind(), clock.holder(), replaced.now()));
    }
}
