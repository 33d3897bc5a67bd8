package org.huiyin.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.huiyin.testkit.Statements;

/**
 * The reference of every rate: the engine alone, as it comes (history full), on the same server in a database of its
 * own, with a model of as many user tasks, two timers that never fire and five variables. Tasks that ours offers to a group
 * are offered to a group here too, and taken before they are completed.
 */
final class BareEngine implements AutoCloseable {
    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final Collection<Boolean> offered;

    BareEngine(HikariDataSource ours, Statements statements, Collection<Boolean> offered) {
        this.offered = offered;
        createDatabase(ours);
        pool = new HikariDataSource();
        pool.setJdbcUrl(ours.getJdbcUrl().replaceFirst("/postgres\\b", "/bare"));
        pool.setUsername(ours.getUsername());
        pool.setPassword(ours.getPassword());
        pool.setDataSourceProperties(ours.getDataSourceProperties());
        pool.setMaximumPoolSize(12);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(statements.watch(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("bare.bpmn", model(offered))
                .deploy();
    }

    private static void createDatabase(DataSource server) {
        try (var connection = server.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("drop database if exists bare");
            statement.execute("create database bare");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the reference database cannot be made", e);
        }
    }

    private static BpmnModelInstance model(Collection<Boolean> offered) {
        AbstractFlowNodeBuilder<?, ?> node =
                Bpmn.createExecutableProcess("bare").startEvent();
        int i = 0;
        for (boolean toGroup : offered) {
            i++;
            UserTaskBuilder task = node.userTask("task" + i);
            task = toGroup ? task.camundaCandidateGroups("clerks") : task.camundaAssignee("clerk");
            if (i <= 2) {
                task.boundaryEvent("timer" + i).timerWithDuration("P30D").endEvent();
            }
            node = task;
        }
        return node.endEvent().done();
    }

    /** Commands that change something in one life: the start, and of each task the taking of an offered one and the completion. */
    int commandsOfALife() {
        return 1
                + offered.size()
                + (int) offered.stream().filter(Boolean::booleanValue).count();
    }

    /** One whole life: start with five variables, take and complete every task. */
    void live(int number) {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "bare", "B" + number, Map.of("a", "x", "b", "y", "c", 1, "d", true, "e", "z"))
                .getId();
        for (Task task = next(instance); task != null; task = next(instance)) {
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), "clerk");
            }
            engine.getTaskService().complete(task.getId());
        }
    }

    private @org.jspecify.annotations.Nullable Task next(String instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
