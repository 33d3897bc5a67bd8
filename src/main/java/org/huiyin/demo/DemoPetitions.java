package org.huiyin.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.demo.DemoLetterTable.Row;
import org.huiyin.demo.DemoSchedule.Entry;
import org.huiyin.engine.DemoTime;
import org.huiyin.engine.HuiyinMode;
import org.huiyin.kernel.PetitionId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the stories of the demo city to where they stand, each step at its own moment of the past and in its own
 * transaction together with the mark that it is done: an interrupted load goes on where it stopped and doubles nothing.
 */
@Component
@ConditionalOnProperty(HuiyinMode.DEMO)
class DemoPetitions {
    private final DemoLetterTable letters;
    private final DemoDeeds deeds;
    private final DemoTime time;
    private final TransactionTemplate tx;
    private final Clock clock;

    DemoPetitions(DemoLetterTable letters, DemoDeeds deeds, DemoTime time, TransactionTemplate tx, Clock clock) {
        this.letters = letters;
        this.deeds = deeds;
        this.time = time;
        this.tx = tx;
        this.clock = clock;
    }

    /** Returns how many steps were done now. */
    int load(List<DemoLetter> stories) {
        Instant begunAt = begin(stories);
        List<PetitionId> petitions = new ArrayList<>();
        int steps = 0;
        for (Entry entry : new DemoSchedule(begunAt, stories).entries()) {
            Row row = letters.find(entry.letter().ref()).orElseThrow();
            row.petition().filter(known -> !petitions.contains(known)).ifPresent(petitions::add);
            if (row.stepsDone() <= entry.number()) {
                time.fireTimers(petitions, entry.at());
                time.at(entry.at(), () -> tx.executeWithoutResult(status -> take(entry, row)));
                steps++;
            }
        }
        if (steps > 0) {
            time.fireTimers(petitions(stories), begunAt);
        }
        return steps;
    }

    private Instant begin(List<DemoLetter> stories) {
        Instant now = clock.instant();
        tx.executeWithoutResult(status -> stories.forEach(story -> letters.begin(story.ref(), now)));
        return stories.stream()
                .flatMap(story -> letters.find(story.ref()).stream())
                .map(Row::begunAt)
                .min(Instant::compareTo)
                .orElse(now);
    }

    private void take(Entry entry, Row row) {
        PetitionId petition = row.petition()
                .map(known -> deeds.go(known, entry.step()))
                .orElseGet(() -> deeds.begin(entry.letter().ref(), entry.step()));
        letters.done(row.ref(), petition, entry.number() + 1);
    }

    private List<PetitionId> petitions(List<DemoLetter> stories) {
        return stories.stream()
                .flatMap(story -> letters.find(story.ref()).stream())
                .flatMap(row -> row.petition().stream())
                .toList();
    }
}
