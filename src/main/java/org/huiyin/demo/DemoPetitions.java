package org.huiyin.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.demo.DemoLetterTable.Row;
import org.huiyin.demo.DemoSchedule.Entry;
import org.huiyin.engine.DemoTime;
import org.huiyin.engine.HuiyinMode;
import org.huiyin.kernel.PetitionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the stories of the demo city to where they stand, each step at its own moment of the past and in one transaction
 * with the mark that it is done: an interrupted load goes on where it stopped and doubles nothing.
 */
@Component
@ConditionalOnProperty(HuiyinMode.DEMO)
class DemoPetitions {
    private static final Logger log = LoggerFactory.getLogger(DemoPetitions.class);

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
                time.at(entry.at(), () -> tx.execute(status -> take(entry, row)));
                steps++;
            }
        }
        if (steps > 0) {
            time.fireTimers(petitions(stories), begunAt);
        }
        return steps;
    }

    /** The moment the stories are told from: now, or when a load that was interrupted began. */
    Instant begin(List<DemoLetter> stories) {
        Instant now = clock.instant();
        tx.executeWithoutResult(status -> stories.forEach(story -> letters.begin(story.ref(), now)));
        return stories.stream()
                .flatMap(story -> letters.find(story.ref()).stream())
                .map(Row::begunAt)
                .min(Instant::compareTo)
                .orElse(now);
    }

    private PetitionId take(Entry entry, Row row) {
        PetitionId petition = go(row.petition(), entry);
        letters.done(row.ref(), petition, entry.number(), entry.number() + 1);
        return petition;
    }

    /**
     * The whole story in one transaction, so that the job executor, which lives in the present, never meets it half told.
     * Then its lamps turn at their own moments; a timer the job executor was quicker with turns by the present instead.
     *
     * @return false when it had been told already
     */
    boolean tell(List<Entry> story) {
        DemoLetter letter = story.get(0).letter();
        if (letters.find(letter.ref()).flatMap(Row::petition).isPresent()) {
            return false;
        }
        Instant last = story.get(story.size() - 1).at();
        PetitionId told = time.at(last, () -> Objects.requireNonNull(tx.execute(status -> tellAll(story))));
        try {
            time.fireTimers(List.of(told), clock.instant());
        } catch (RuntimeException taken) {
            log.debug("{}: the job executor turns its lamps", letter.ref(), taken);
        }
        return true;
    }

    private PetitionId tellAll(List<Entry> story) {
        Optional<PetitionId> petition = Optional.empty();
        for (Entry entry : story) {
            Optional<PetitionId> known = petition;
            petition = Optional.of(time.at(entry.at(), () -> go(known, entry)));
        }
        PetitionId told = petition.orElseThrow();
        letters.done(story.get(0).letter().ref(), told, 0, story.size());
        return told;
    }

    private PetitionId go(Optional<PetitionId> known, Entry entry) {
        return known.map(petition -> deeds.go(petition, entry.step()))
                .orElseGet(() -> deeds.begin(entry.letter().ref(), entry.step()));
    }

    private List<PetitionId> petitions(List<DemoLetter> stories) {
        return stories.stream()
                .flatMap(story -> letters.find(story.ref()).stream())
                .flatMap(row -> row.petition().stream())
                .toList();
    }
}
