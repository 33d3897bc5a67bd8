package org.huiyin.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets the one clock back for one step of an invented petition, so that the demo city has a past. Exists in the embedded
 * mode only, and refuses once jobs run by themselves: from then on nobody moves the time.
 */
@Component
@ConditionalOnProperty(HuiyinMode.DEMO)
public class DemoTime {
    private final ManagementService management;
    private final EngineGateway gateway;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcClient jdbc;

    private record DueJob(String id, Instant due) {}

    DemoTime(
            ManagementService management,
            EngineGateway gateway,
            ProcessEngineConfigurationImpl engine,
            JdbcClient jdbc) {
        this.management = management;
        this.gateway = gateway;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** Runs the work at that moment of the past; afterwards the clock is right again, whatever happened. */
    public void at(Instant moment, Runnable work) {
        refuseWhileJobsRun();
        ClockUtil.reset();
        if (moment.isAfter(ClockUtil.getCurrentTime().toInstant())) {
            throw new IllegalArgumentException("the demo city has a past, but no future");
        }
        ClockUtil.setCurrentTime(Date.from(moment));
        try {
            work.run();
        } finally {
            ClockUtil.reset();
        }
    }

    /** Fires the timers of these petitions, each at its own moment, up to this one. */
    public void fireTimers(Collection<PetitionId> petitions, Instant until) {
        Optional<DueJob> next = next(petitions, until);
        while (next.isPresent()) {
            DueJob job = next.get();
            at(job.due(), () -> gateway.asSystem(() -> management.executeJob(job.id())));
            next = next(petitions, until);
        }
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

    private void refuseWhileJobsRun() {
        @Nullable JobExecutor jobs = engine.getJobExecutor();
        if (jobs != null && jobs.isActive()) {
            throw new IllegalStateException("jobs run: the time is not moved any more");
        }
    }
}
