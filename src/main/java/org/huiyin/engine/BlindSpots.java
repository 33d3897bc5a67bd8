package org.huiyin.engine;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.huiyin.kernel.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * For whoever may read all instances of a model (supervisors, leaders, operators, administrators) and is barred from a petition,
 * the engine's tables do not hold it: it is in no list, count, statistic or history, and cannot be opened by its id. Rights in the
 * engine cannot say "all but this one" without reading every row (ADR 30).
 */
@Intercepts(
        @Signature(
                type = StatementHandler.class,
                method = "prepare",
                args = {Connection.class, Integer.class}))
class BlindSpots implements Interceptor {
    private static final Map<String, String> INSTANCE_COLUMN = Map.ofEntries(
            Map.entry("ACT_RU_TASK", "PROC_INST_ID_"),
            Map.entry("ACT_RU_EXECUTION", "PROC_INST_ID_"),
            Map.entry("ACT_RU_VARIABLE", "PROC_INST_ID_"),
            Map.entry("ACT_RU_INCIDENT", "PROC_INST_ID_"),
            Map.entry("ACT_RU_JOB", "PROCESS_INSTANCE_ID_"),
            Map.entry("ACT_HI_PROCINST", "PROC_INST_ID_"),
            Map.entry("ACT_HI_TASKINST", "PROC_INST_ID_"),
            Map.entry("ACT_HI_ACTINST", "PROC_INST_ID_"),
            Map.entry("ACT_HI_VARINST", "PROC_INST_ID_"),
            Map.entry("ACT_HI_INCIDENT", "PROC_INST_ID_"),
            Map.entry("ACT_HI_OP_LOG", "PROC_INST_ID_"),
            Map.entry("ACT_HI_JOB_LOG", "PROCESS_INSTANCE_ID_"));

    private static final Pattern TABLE = Pattern.compile(
            "\\b(from|join)(\\s+)(" + String.join("|", INSTANCE_COLUMN.keySet()) + ")\\b"
                    + "(?:\\s+(?!(?:where|inner|left|right|full|cross|join|on|order|group|limit|union|for)\\b)([a-z_]\\w*))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]+");

    /** @param closed a relation of further instances, when there are too many to be listed */
    private record Hidden(WeakReference<CommandContext> command, Set<String> instances, Optional<String> closed) {
        boolean isNothing() {
            return instances.isEmpty() && closed.isEmpty();
        }
    }

    private final ObjectProvider<Doorkeeper> doorkeeper;
    private final ObjectProvider<InstanceTable> rows;
    private static final ThreadLocal<@Nullable Hidden> KNOWN = new ThreadLocal<>();

    BlindSpots(ObjectProvider<Doorkeeper> doorkeeper, ObjectProvider<InstanceTable> rows) {
        this.doorkeeper = doorkeeper;
        this.rows = rows;
    }

    @Override
    public Object intercept(Invocation call) throws Throwable {
        @Nullable CommandContext command = Context.getCommandContext();
        if (command != null) {
            BoundSql bound = ((StatementHandler) call.getTarget()).getBoundSql();
            String seen = asSeenIn(command, bound.getSql());
            if (!seen.equals(bound.getSql())) {
                SystemMetaObject.forObject(bound).setValue("sql", seen);
            }
        }
        return call.proceed();
    }

    /** A question as its reader may ask it; whoever asks the engine's tables past its own mapping takes it from here. */
    String asSeenIn(CommandContext command, String sql) {
        if (Actor.throughGateway() || command.getAuthentication() == null || !isSelect(sql)) {
            return sql;
        }
        Hidden hidden = hidden(command, command.getAuthentication());
        return hidden.isNothing() ? sql : without(hidden.instances, hidden.closed, sql);
    }

    /** Asked once in a command: what changes during it does not change what its reader sees in it. */
    private Hidden hidden(CommandContext command, Authentication login) {
        @Nullable Hidden last = KNOWN.get();
        if (last != null && last.command.get() == command) {
            return last;
        }
        Set<String> instances = Set.of();
        Optional<String> closed = Optional.empty();
        if (login.getUserId() != null && OfficerId.isId(login.getUserId())) {
            OfficerId officer = new OfficerId(login.getUserId());
            Set<String> petitions = doorkeeper.getObject().hiddenFromWatcher(officer);
            closed = doorkeeper.getObject().closedTo(officer);
            instances = petitions.isEmpty() ? Set.of() : rows.getObject().instancesOf(petitions);
        }
        Hidden now = new Hidden(new WeakReference<>(command), instances, closed);
        KNOWN.set(now);
        return now;
    }

    /** The clocks' watches, of which alone such a relation speaks, give nobody a task. */
    private static boolean holdsWatches(String table) {
        return !table.toUpperCase(Locale.ROOT).endsWith("TASK")
                && !table.toUpperCase(Locale.ROOT).endsWith("TASKINST");
    }

    private static String notIn(String relation, String column) {
        return " and not exists (select 1 from %s s where s.instance = t.%s)".formatted(relation, column);
    }

    private static boolean isSelect(String sql) {
        String start = sql.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("select") || start.startsWith("with");
    }

    /** The same statement over tables without these instances. */
    static String without(Set<String> instances, Optional<String> closed, String sql) {
        String list = instances.stream()
                .filter(id -> ID.matcher(id).matches())
                .sorted()
                .collect(Collectors.joining(",", "'{", "}'"));
        return TABLE.matcher(sql).replaceAll(found -> {
            String table = found.group(3);
            String column = Objects.requireNonNull(INSTANCE_COLUMN.get(table.toUpperCase(Locale.ROOT)));
            String alias = found.group(4) == null ? table : found.group(4);
            return Matcher.quoteReplacement(
                    "%s%s(select t.* from %s t where t.%s is null or t.%s <> all(%s::text[])%s) %s"
                            .formatted(
                                    found.group(1),
                                    found.group(2),
                                    table,
                                    column,
                                    column,
                                    list,
                                    closed.filter(relation -> holdsWatches(table))
                                            .map(relation -> notIn(relation, column))
                                            .orElse(""),
                                    alias));
        });
    }
}
