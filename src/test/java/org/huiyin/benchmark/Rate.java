package org.huiyin.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** How often some work is done in a second by as many threads as officers' requests have at once. */
final class Rate {
    private static final int THREADS = 4;

    private Rate() {}

    /**
     * Works per second with all threads, after a warm-up that is not counted.
     *
     * @param work is given a number of its own each time, the warm-up's first
     */
    static double perSecond(int warmUp, int times, IntConsumer work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        run(warmUp, () -> work.accept(next.incrementAndGet()));
        long start = System.nanoTime();
        run(times, () -> work.accept(next.incrementAndGet()));
        return times / ((System.nanoTime() - start) / 1e9);
    }

    private static void run(int times, Runnable work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(work));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
