package org.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** ADR 19: the demo city has a past, and whoever works meanwhile stays in the present. */
@HuiyinTest
class DemoTimeTest {
    private static final Instant THEN = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    private DemoTime time;

    @Autowired
    private Clock clock;

    @Test
    void onlyWhoAsksIsSetBackAndOnlyForTheWork() {
        time.at(THEN, () -> {
            assertThat(clock.instant()).isEqualTo(THEN);
            assertThat(elsewhere()).isCloseTo(present(), org.assertj.core.api.Assertions.within(Duration.ofMinutes(1)));
            time.at(THEN.minusSeconds(60), () -> assertThat(clock.instant()).isEqualTo(THEN.minusSeconds(60)));
            assertThat(clock.instant()).isEqualTo(THEN);
            return true;
        });

        assertThat(clock.instant()).isAfter(THEN.plusSeconds(60));
    }

    @Test
    void theTimeIsGivenBackWhateverHappens() {
        assertThatIllegalStateException()
                .isThrownBy(() -> time.at(THEN, () -> {
                    throw new IllegalStateException("refused");
                }));

        assertThat(clock.instant()).isAfter(THEN.plusSeconds(60));
    }

    @Test
    void nothingHappensInTheFuture() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> time.at(present().plusSeconds(60), () -> true))
                .withMessageContaining("no future");
    }

    private Instant elsewhere() {
        return CompletableFuture.supplyAsync(clock::instant).join();
    }

    private static Instant present() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
