package org.huiyin.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine's rows of open work, where asking the engine would read each of them on its own. */
@Repository
class InstanceTable {
    private final JdbcClient jdbc;

    InstanceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The groups to which each of these tasks is offered. */
    Map<String, List<String>> candidateGroups(Collection<String> tasks) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> groups = new HashMap<>();
        jdbc.sql("""
                        select task_id_, group_id_ from act_ru_identitylink
                        where task_id_ = any(:tasks) and type_ = 'candidate' and group_id_ is not null
                        order by group_id_""").param("tasks", tasks.toArray(String[]::new)).query((RowCallbackHandler)
                row -> groups.computeIfAbsent(row.getString("task_id_"), task -> new ArrayList<>())
                        .add(row.getString("group_id_")));
        return groups;
    }

    /**
     * Takes away instances with their variables and timers, in one statement; returns those that are left, because a job
     * of theirs has failed and the engine has more to clear away.
     */
    Set<String> remove(Collection<String> instances) {
        Set<String> left = new HashSet<>(instances);
        jdbc.sql("""
                        with gone as (
                            select e.id_ from act_ru_execution e
                            where e.id_ = any(:instances)
                                and not exists (select 1 from act_ru_incident i where i.proc_inst_id_ = e.id_)
                                and not exists (select 1 from act_ru_job j
                                    where j.process_instance_id_ = e.id_ and j.exception_stack_id_ is not null)),
                        jobs as (
                            delete from act_ru_job where process_instance_id_ in (select id_ from gone)),
                        variables as (
                            delete from act_ru_variable where proc_inst_id_ in (select id_ from gone)),
                        executions as (
                            delete from act_ru_execution where proc_inst_id_ in (select id_ from gone))
                        select id_ from gone""")
                .param("instances", instances.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(left::remove);
        return left;
    }
}
