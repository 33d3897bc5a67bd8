package org.huiyin.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.huiyin.testkit.CountedDataSource;
import org.huiyin.testkit.OrdinaryLife;
import org.huiyin.testkit.Statements;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Whole ordinary lives through our verbs, beside the bare engine on a model with as many user tasks, in the same run. */
@Tag("benchmark")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LifeBenchmark {
    private static final int WARM_UP = Integer.getInteger("huiyin.benchmark.warmup", 60);
    private static final int LIVES = Integer.getInteger("huiyin.benchmark.lives", 400);

    @Autowired
    OrdinaryLife life;

    @Autowired
    DataSource dataSource;

    private final Bars bars = new Bars();

    @Test
    void ordinaryLivesBesideTheBareEngine() throws Exception {
        Statements bareStatements = new Statements();
        try (BareEngine bare = bareEngine(bareStatements)) {
            double bareRate = Rate.perSecond(WARM_UP, LIVES, bare::live);
            double ownRate = Rate.perSecond(WARM_UP, LIVES, number -> life.live(number, (step, work) -> work.run()));
            double bareAgain = Rate.perSecond(0, LIVES, bare::live);
            double reference = (bareRate + bareAgain) / 2;
            bars.add(
                    "ordinary lifecycle, rate against the bare engine",
                    ownRate / reference,
                    "ratio",
                    "bare %.1f and %.1f lives/s, ours %.1f lives/s".formatted(bareRate, bareAgain, ownRate),
                    ">= 1.2",
                    ownRate / reference >= 1.2);
            countStatements(bare, bareStatements);
        }
        bars.write();
    }

    private BareEngine bareEngine(Statements statements) throws Exception {
        return new BareEngine(dataSource.unwrap(HikariDataSource.class), statements, OrdinaryLife.TASKS.values());
    }

    private void countStatements(BareEngine bare, Statements bareStatements) {
        int sample = 20;
        Statements.Count before = bareStatements.now();
        for (int i = 0; i < sample; i++) {
            bare.live(1_000_000 + i);
        }
        Statements.Count reference = bareStatements.now().minus(before);
        Map<String, Statements.Count> steps = new LinkedHashMap<>();
        for (int i = 0; i < sample; i++) {
            life.live(2_000_000 + i, (step, work) -> count(steps, step, work));
        }
        long total = 0;
        for (Map.Entry<String, Statements.Count> step : steps.entrySet()) {
            total += step.getValue().statements();
            bars.add(
                    "statements of " + step.getKey(),
                    (double) step.getValue().statements() / sample,
                    "statements",
                    step.getValue().describe(sample),
                    "counted",
                    true);
        }
        bars.add(
                "statements of a whole life",
                (double) total / sample,
                "statements",
                "bare engine: " + reference.statements() / sample + " (" + reference.describe(sample) + ")",
                "counted",
                true);
    }

    private void count(Map<String, Statements.Count> steps, String step, Runnable work) {
        Statements.Count before = CountedDataSource.STATEMENTS.now();
        work.run();
        steps.merge(step, CountedDataSource.STATEMENTS.now().minus(before), Statements.Count::plus);
    }
}
