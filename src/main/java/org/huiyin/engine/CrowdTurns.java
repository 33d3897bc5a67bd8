package org.huiyin.engine;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * On a node one crowd of timers after the other, from its first question to its commit, and a rest of half that time behind
 * each: crowds must not take processor and database from officers, who work meanwhile (ADR 18).
 */
final class CrowdTurns {
    private final Semaphore one = new Semaphore(1, true);
    private volatile long restsUntil = System.nanoTime();

    /** Waits for its turn, before anything is locked; the turn ends with the transaction at hand, however that ends. */
    void takeUntilCompletion() {
        one.acquireUninterruptibly();
        long rest = restsUntil - System.nanoTime();
        if (rest > 0) {
            LockSupport.parkNanos(rest);
        }
        long from = System.nanoTime();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                long now = System.nanoTime();
                restsUntil = now + (now - from) / 2;
                one.release();
            }
        });
    }
}
