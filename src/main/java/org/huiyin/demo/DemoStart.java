package org.huiyin.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Loads the demo city's petitions at the first start, after the models are deployed and the officers known, before the
 * web server listens and before any job runs. A petition that cannot be loaded does not keep Huiyin from starting.
 */
@Component
@ConditionalOnExpression("${huiyin.demo:false} and ${huiyin.demo-petitions:true}")
class DemoStart implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);
    private static final String LETTERS = "demo/petitions.json";

    private final DemoPetitions petitions;
    private volatile boolean running;

    DemoStart(DemoPetitions petitions) {
        this.petitions = petitions;
    }

    static List<DemoLetter> letters() {
        try (var json = new ClassPathResource(LETTERS).getInputStream()) {
            return List.of(new JsonMapper().readValue(json, DemoLetter[].class));
        } catch (IOException e) {
            throw new IllegalStateException(LETTERS + " cannot be read", e);
        }
    }

    @Override
    public void start() {
        running = true;
        try {
            List<DemoLetter> letters = letters();
            int steps = petitions.load(letters);
            if (steps > 0) {
                log.info("demo city: {} petitions, {} steps", letters.size(), steps);
            }
        } catch (RuntimeException e) {
            log.error("the demo city's petitions are incomplete; the next start goes on with them", e);
        }
    }

    /** Before the web server, which starts near the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
