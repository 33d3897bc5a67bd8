package org.huiyin.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.huiyin.kernel.PetitionId;
import org.joda.time.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets the one clock back for one step of an invented petition, so that the demo city has a past. Exists in the embedded
 * mode only, and only the thread that asks is set back: officers and jobs go on in the present (ADR 19).
 */
@Component
@ConditionalOnProperty(HuiyinMode.DEMO)
public class DemoTime {
    private static final ThreadLocal<@Nullable Instant> MOMENT = new ThreadLocal<>();

    private final ManagementService management;
    private final EngineGateway gateway;
    private final JdbcClient jdbc;

    private record DueJob(String id, Instant due) {}

    DemoTime(ManagementService management, EngineGateway gateway, JdbcClient jdbc) {
        this.management = management;
        this.gateway = gateway;
        this.jdbc = jdbc;
    }

    /** Does the work at that moment of the past; afterwards this thread has the time it had before, whatever happened. */
    public <T> T at(Instant moment, Supplier<T> work) {
        if (moment.toEpochMilli() > System.currentTimeMillis()) {
            throw new IllegalArgumentException("the demo city has a past, but no future");
        }
        DateTimeUtils.setCurrentMillisProvider(DemoTime::millis);
        @Nullable Instant before = MOMENT.get();
        MOMENT.set(moment);
        try {
            return work.get();
        } finally {
            if (before == null) {
                MOMENT.remove();
            } else {
                MOMENT.set(before);
            }
        }
    }

    /** Fires the timers of these petitions, each at its own moment, up to this one. */
    public void fireTimers(Collection<PetitionId> petitions, Instant until) {
        Optional<DueJob> next = next(petitions, until);
        while (next.isPresent()) {
            DueJob job = next.get();
            at(job.due(), () -> {
                gateway.asSystem(() -> management.executeJob(job.id()));
                return true;
            });
            next = next(petitions, until);
        }
    }

    private static long millis() {
        @Nullable Instant moment = MOMENT.get();
        return moment == null ? System.currentTimeMillis() : moment.toEpochMilli();
    }

    private Optional<DueJob> next(Collection<PetitionId> petitions, Instant until) {
        if (petitions.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select j.id_, j.duedate_ from act_ru_job j
                        join act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ in (:petitions) and j.duedate_ <= :until and j.retries_ > 0
                        order by j.duedate_ limit 1""")
                .param("petitions", petitions.stream().map(PetitionId::value).toList())
                .param("until", Date.from(until), java.sql.Types.TIMESTAMP)
                .query((row, n) ->
                        new DueJob(row.getString(1), row.getTimestamp(2).toInstant()))
                .optional();
    }
}
