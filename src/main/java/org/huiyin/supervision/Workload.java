package org.huiyin.supervision;

/**
 * How much an organ has in hand.
 *
 * @param handlers officers who may handle matters there
 * @param received in the last thirty days
 * @param ended in the last thirty days
 * @param returned open matters that an organ has handed back at least once
 * @param bouncing open matters that have been handed back twice or more
 */
public record Workload(
        String organ,
        String name,
        long open,
        long overdue,
        long red,
        long yellow,
        long handlers,
        long received,
        long ended,
        long returned,
        long bouncing) {}
