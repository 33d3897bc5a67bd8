package org.huiyin.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts statements (each row of a batch counts) and commits that pass through a DataSource. */
final class Statements implements QueryExecutionListener {
    record Count(long selects, long inserts, long updates, long deletes, long commits) {
        Count minus(Count before) {
            return new Count(
                    selects - before.selects,
                    inserts - before.inserts,
                    updates - before.updates,
                    deletes - before.deletes,
                    commits - before.commits);
        }

        long statements() {
            return selects + inserts + updates + deletes;
        }

        String describe(int lives) {
            return "%.1f select, %.1f insert, %.1f update, %.1f delete, %.1f commit"
                    .formatted(
                            (double) selects / lives,
                            (double) inserts / lives,
                            (double) updates / lives,
                            (double) deletes / lives,
                            (double) commits / lives);
        }
    }

    private final AtomicLong selects = new AtomicLong();
    private final AtomicLong inserts = new AtomicLong();
    private final AtomicLong updates = new AtomicLong();
    private final AtomicLong deletes = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();

    DataSource watch(DataSource dataSource) {
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
                            commits.incrementAndGet();
                        }
                    }
                })
                .build();
    }

    Count now() {
        return new Count(selects.get(), inserts.get(), updates.get(), deletes.get(), commits.get());
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
            (verb.startsWith("insert")
                            ? inserts
                            : verb.startsWith("update") ? updates : verb.startsWith("delete") ? deletes : selects)
                    .addAndGet(rows);
        }
    }
}
