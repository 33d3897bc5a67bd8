package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.huiyin.testkit.CountedDataSource;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.OrdinaryLife;
import org.huiyin.testkit.Statements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * ADR 11: what each step of an ordinary life may say to the database. Counted, not timed, so that it is the same on every
 * machine. Whoever needs more raises a ceiling here and says why in the ADR; whoever saves lowers it.
 */
@HuiyinTest
@DisplayName("每一步对数据库说多少话")
class StepCostTest {
    private static final Map<String, Ceiling> CEILINGS = Map.of(
            "register", new Ceiling(30, 1),
            "decideClass", new Ceiling(43, 2),
            "forwardPetition", new Ceiling(50, 2),
            "signIn", new Ceiling(46, 2),
            "decideAcceptance", new Ceiling(34, 1),
            "draftOpinion", new Ceiling(21, 1),
            "signOpinion", new Ceiling(30, 2),
            "sendOpinion", new Ceiling(23, 1),
            "recordReceipt", new Ceiling(43, 1),
            "evaluate", new Ceiling(21, 1));

    /** What is looked up again every few seconds falls into some steps of some lives, never into the same step of all. */
    private static final int LIVES = 12;

    @Autowired
    OrdinaryLife life;

    @Test
    @DisplayName("ADR 11: no step of an ordinary life costs more statements or commits than it did")
    void noStepCostsMoreThanItsCeiling() {
        Map<String, Long> statements = new HashMap<>();
        Map<String, Long> commits = new HashMap<>();
        for (int number = 0; number < LIVES && !isWithin(statements); number++) {
            life.live(number, (step, work) -> {
                Statements.Count before = CountedDataSource.STATEMENTS.now();
                work.run();
                Statements.Count cost = CountedDataSource.STATEMENTS.now().minus(before);
                statements.merge(step, cost.statements(), Math::min);
                commits.merge(step, cost.commits(), Math::min);
            });
        }

        assertThat(statements)
                .hasSameSizeAs(CEILINGS)
                .allSatisfy((step, count) -> assertThat(count)
                        .as("statements of %s, of all steps: %s", step, statements)
                        .isLessThanOrEqualTo(CEILINGS.get(step).statements()));
        assertThat(commits)
                .allSatisfy((step, count) -> assertThat(count)
                        .as("commits of " + step)
                        .isLessThanOrEqualTo(CEILINGS.get(step).commits()));
    }

    private static boolean isWithin(Map<String, Long> statements) {
        return !statements.isEmpty()
                && CEILINGS.entrySet().stream()
                        .allMatch(each ->
                                statements.get(each.getKey()) <= each.getValue().statements());
    }

    private record Ceiling(long statements, long commits) {}
}
