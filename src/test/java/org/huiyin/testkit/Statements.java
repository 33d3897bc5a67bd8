package org.huiyin.testkit;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts the statements (each row of a batch counts) and commits that go through a DataSource, by thread and of all. */
public final class Statements implements QueryExecutionListener {
    public record Count(long selects, long inserts, long updates, long deletes, long commits) {
        public Count plus(Count more) {
            return new Count(
                    selects + more.selects,
                    inserts + more.inserts,
                    updates + more.updates,
                    deletes + more.deletes,
                    commits + more.commits);
        }

        public Count minus(Count before) {
            return new Count(
                    selects - before.selects,
                    inserts - before.inserts,
                    updates - before.updates,
                    deletes - before.deletes,
                    commits - before.commits);
        }

        public long statements() {
            return selects + inserts + updates + deletes;
        }

        public String describe(int lives) {
            return "%.1f select, %.1f insert, %.1f update, %.1f delete, %.1f commit"
                    .formatted(
                            (double) selects / lives,
                            (double) inserts / lives,
                            (double) updates / lives,
                            (double) deletes / lives,
                            (double) commits / lives);
        }
    }

    private static final Count NONE = new Count(0, 0, 0, 0, 0);

    private final ThreadLocal<Count> counts = ThreadLocal.withInitial(() -> NONE);
    private final AtomicReference<Count> everyThread = new AtomicReference<>(NONE);

    public DataSource watch(DataSource dataSource) {
        return ProxyDataSourceBuilder.create(dataSource)
                .listener(this)
                .methodListener(new MethodExecutionListener() {
                    @Override
                    public void beforeMethod(MethodExecutionContext context) {
                        // only what has happened is counted
                    }

                    @Override
                    public void afterMethod(MethodExecutionContext context) {
                        if (context.getMethod().getName().equals("commit")) {
                            add(new Count(0, 0, 0, 0, 1));
                        }
                    }
                })
                .build();
    }

    /** What the current thread has sent since it began. */
    public Count now() {
        return counts.get();
    }

    /** What all threads have sent. */
    public Count ofEveryThread() {
        return everyThread.get();
    }

    private void add(Count more) {
        everyThread.accumulateAndGet(more, Count::plus);
        counts.set(counts.get().plus(more));
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // only what has happened is counted
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        for (QueryInfo query : queries) {
            int rows = Math.max(1, query.getParametersList().size());
            String verb = query.getQuery().stripLeading().toLowerCase(Locale.ROOT);
            boolean insert = verb.startsWith("insert");
            boolean update = verb.startsWith("update");
            boolean delete = verb.startsWith("delete");
            add(new Count(
                    insert || update || delete ? 0 : rows, insert ? rows : 0, update ? rows : 0, delete ? rows : 0, 0));
        }
    }
}
