package org.huiyin.deadline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huiyin.kernel.PetitionId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears every lapse, as a module above this one would. */
@Component
class LapsesHeard {
    private final List<ClockLapsed> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void heard(ClockLapsed lapsed) {
        heard.add(lapsed);
    }

    List<ClockKind> of(PetitionId petition) {
        return heard.stream()
                .filter(lapsed -> lapsed.petition().equals(petition))
                .map(ClockLapsed::kind)
                .toList();
    }
}
