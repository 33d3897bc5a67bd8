package org.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
class CrowdTurnsTest {
    @Autowired
    TransactionTemplate tx;

    private final CrowdTurns turns = new CrowdTurns();
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        other.shutdownNow();
    }

    @Test
    void theNextCrowdBeginsWhenTheTransactionOfTheOneBeforeHasEnded() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        Future<?> next = tx.execute(status -> {
            turns.takeUntilCompletion();
            Future<?> waits = other.submit(() -> tx.executeWithoutResult(any -> {
                turns.takeUntilCompletion();
                taken.countDown();
            }));
            assertThatThrownBy(() -> waits.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return waits;
        });
        next.get(20, TimeUnit.SECONDS);
        assertThat(taken.getCount()).isZero();
    }

    @Test
    void aCrowdThatFailsGivesItsTurnBack() throws Exception {
        assertThatThrownBy(() -> tx.executeWithoutResult(status -> {
                    turns.takeUntilCompletion();
                    throw new IllegalStateException("spoilt");
                }))
                .hasMessage("spoilt");
        other.submit(() -> tx.executeWithoutResult(status -> turns.takeUntilCompletion()))
                .get(20, TimeUnit.SECONDS);
    }
}
