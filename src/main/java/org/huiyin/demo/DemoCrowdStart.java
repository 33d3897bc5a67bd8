package org.huiyin.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells the crowd behind the open door, one petition after the other, while officers work. What a stop or a kill leaves
 * untold is told after the next start.
 */
@Component
@ConditionalOnExpression("${huiyin.demo:false} and ${huiyin.demo-petitions:true}")
class DemoCrowdStart implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DemoCrowdStart.class);
    private static final long PATIENCE = 20_000;

    private final DemoCrowd crowd;
    private final DemoPetitions petitions;
    private volatile boolean running;
    private @Nullable Thread telling;

    DemoCrowdStart(DemoCrowd crowd, DemoPetitions petitions) {
        this.crowd = crowd;
        this.petitions = petitions;
    }

    /** After the web server, whose phase is a little lower. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    @Override
    public void start() {
        running = true;
        Thread thread = new Thread(this::tell, "demo-crowd");
        thread.setDaemon(true);
        telling = thread;
        thread.start();
    }

    /** The story at hand is told to its end; it takes less than a second. */
    @Override
    public void stop() {
        running = false;
        Thread thread = telling;
        if (thread != null) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tell() {
        List<DemoLetter> letters = crowd.letters();
        Instant begunAt = petitions.begin(letters);
        DemoSchedule schedule = new DemoSchedule(begunAt, letters);
        int told = 0;
        for (int n = 0; n < letters.size() && running; n++) {
            told += told(schedule.story(n)) ? 1 : 0;
        }
        if (told > 0) {
            log.info("demo city: {} more petitions", told);
        }
    }

    /** One that cannot be told does not keep the others back; the next start tries it again. */
    private boolean told(List<DemoSchedule.Entry> story) {
        try {
            return petitions.tell(story);
        } catch (RuntimeException e) {
            log.error(
                    "{} of the demo city cannot be told", story.get(0).letter().ref(), e);
            return false;
        }
    }
}
