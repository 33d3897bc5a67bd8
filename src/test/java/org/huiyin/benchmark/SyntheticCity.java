package org.huiyin.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.huiyin.casefile.Crowd;
import org.huiyin.casefile.SameMatter;
import org.huiyin.testkit.OrdinaryLife;
import org.huiyin.testkit.Time;
import org.springframework.stereotype.Component;

/**
 * A city of invented petitions, as many as wanted, written in minutes. Some hundred petitions are led through the real verbs
 * to every stage of an ordinary life at every department; then all rows they left, the engine's among them, are multiplied by
 * the database with other numbers, days, lamps, words and people. What is invented follows from the number of the copy alone,
 * so that every city of a size is the same. Only for a database that is thrown away: it turns triggers and foreign keys off.
 */
@Component
class SyntheticCity {
    /** Of a hundred petitions so many stand behind that many steps; those behind the last are over. */
    private static final int[] SHARES = {10, 15, 20, 12, 18, 5, 5, 5, 2, 8};

    private static final int ORGANS = 12;
    private static final double WORTH_TELLING = 0.5;

    private final DataSource database;
    private final OrdinaryLife life;
    private final Crowd crowd;
    private final SameMatter sameMatter;

    SyntheticCity(DataSource database, OrdinaryLife life, Crowd crowd, SameMatter sameMatter) {
        this.database = database;
        this.life = life;
        this.crowd = crowd;
        this.sameMatter = sameMatter;
    }

    /** Does nothing when the city is there already, in a data folder that was kept. */
    void build(int petitions) throws Exception {
        if (size() >= petitions) {
            readOn();
            return;
        }
        Set<String> before = petitions();
        long from = System.nanoTime();
        liveTemplates();
        Script.tell("lives to be multiplied", from);
        Set<String> templates = new TreeSet<>(petitions());
        templates.removeAll(before);
        try (Connection connection = database.getConnection()) {
            boolean whole = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
                multiply(new Script(connection), templates, petitions);
                new Script(connection).run("vacuum analyze", "vacuum analyze");
            } finally {
                connection.setAutoCommit(whole);
            }
        }
    }

    private int size() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select case when to_regclass('synthetic.clone') is null then 0
                            else (select reltuples::integer from pg_class where oid = to_regclass('synthetic.clone')) end""")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Set<String> petitions() throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from casefile.petition")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** To every stage at every department. */
    private void liveTemplates() {
        for (int steps = 1; steps <= SHARES.length; steps++) {
            for (int organ = 0; organ < ORGANS; organ++) {
                int[] left = {steps};
                life.live(organ, (step, work) -> {
                    if (left[0]-- > 0) {
                        work.run();
                    }
                });
            }
        }
    }

    private void multiply(Script script, Set<String> templates, int petitions) throws Exception {
        script.run("functions", SyntheticSql.functions(Time.now()));
        script.templates(templates, SHARES, ORGANS);
        script.clones(petitions, Time.now());
        script.quietly(() -> {
            for (Copied table : SyntheticSql.copied(Time.now())) {
                script.copy(table);
            }
            script.run("letters", SyntheticSql.LETTERS);
            script.run("circumstances", SyntheticSql.CIRCUMSTANCES);
            script.run("journal", SyntheticSql.JOURNAL);
            new InventedPeople(crowd).write(database, petitions);
            readOn();
        });
        script.run("board", "select supervision.rebuild()");
    }

    /** What makes a letter findable is worked out by the verb that does so in a city. */
    private void readOn() throws InterruptedException {
        long from = System.nanoTime();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Thread reader = new Thread(() -> {
                while (unread()) {
                    sameMatter.readOn(2_000);
                }
            });
            reader.start();
            readers.add(reader);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        Script.tell("likeness", from);
    }

    private boolean unread() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select exists (select 1 from casefile.unread)")) {
            rows.next();
            return rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A table that is multiplied.
     *
     * @param of how its rows {@code t} belong to a template: joins that end at {@code g.template}
     * @param where which of the copies are made
     * @param changed columns that are not simply shifted in time, by the expression for the copy
     */
    record Copied(String table, String of, String where, Map<String, String> changed) {}

    /** Statements for the building site, each told with its time. */
    static final class Script {
        private final Connection connection;

        Script(Connection connection) {
            this.connection = connection;
        }

        interface Work {
            void run() throws Exception;
        }

        void run(String what, String sql) throws SQLException {
            long from = System.nanoTime();
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            tell(what, from);
        }

        static void tell(String what, long from) {
            double seconds = (System.nanoTime() - from) / 1e9;
            if (seconds >= WORTH_TELLING) {
                System.out.printf(Locale.ROOT, "synthetic city: %-36s %6.1f s%n", what, seconds);
            }
        }

        void templates(Set<String> templates, int[] shares, int organs) throws SQLException {
            StringBuilder values = new StringBuilder();
            int place = 0;
            for (String id : templates) {
                int steps = place / organs;
                values.append(place == 0 ? "" : ",").append("('%s',%d,%d)".formatted(id, steps, place % organs));
                place++;
            }
            run("templates", "insert into synthetic.template (template, steps, place) values " + values);
            StringBuilder ranges = new StringBuilder();
            int from = 0;
            for (int steps = 0; steps < shares.length; steps++) {
                ranges.append(steps == 0 ? "" : ",").append("(%d,%d,%d)".formatted(steps, from, from + shares[steps]));
                from += shares[steps];
            }
            run("shares", "insert into synthetic.share (steps, from_hundredth, to_hundredth) values " + ranges);
            run("instances", SyntheticSql.INSTANCES);
        }

        void clones(int petitions, java.time.Instant now) throws SQLException {
            long from = System.nanoTime();
            try (PreparedStatement statement = connection.prepareStatement(SyntheticSql.CLONES)) {
                statement.setString(1, now.toString());
                statement.setInt(2, petitions);
                statement.executeUpdate();
            }
            run("analyze clones", "analyze synthetic.clone");
            tell("clones", from);
        }

        /** Without triggers, foreign keys and indexes; the indexes are built again at the end, at once. */
        void quietly(Work work) throws Exception {
            run(
                    "set up",
                    "set session_replication_role = replica; set synchronous_commit = off; "
                            + "set maintenance_work_mem = '512MB'; set work_mem = '256MB'");
            Map<String, String> indexes = indexes();
            for (String index : indexes.keySet()) {
                run("drop " + index, "drop index " + index);
            }
            work.run();
            for (Map.Entry<String, String> index : indexes.entrySet()) {
                run(index.getKey(), index.getValue());
            }
            run(
                    "set back",
                    "reset session_replication_role; reset synchronous_commit; reset maintenance_work_mem; "
                            + "reset work_mem");
        }

        private Map<String, String> indexes() throws SQLException {
            Map<String, String> found = new LinkedHashMap<>();
            String tables = SyntheticSql.bigTables().stream()
                    .map(table -> "'" + table + "'::regclass")
                    .collect(Collectors.joining(","));
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("""
                            select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                            from pg_index i
                            where i.indrelid in (%s) and not exists (
                                select 1 from pg_constraint c where c.conindid = i.indexrelid)""".formatted(tables))) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            return found;
        }

        /** Every column as it is, moments and days moved by the days of the copy, unless said otherwise. */
        void copy(Copied table) throws SQLException {
            Map<String, String> columns = new LinkedHashMap<>();
            try (PreparedStatement statement = connection.prepareStatement("""
                    select a.attname, format_type(a.atttypid, null) from pg_attribute a
                    where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
                        and a.attidentity = '' and a.attgenerated = '' order by a.attnum""")) {
                statement.setString(1, table.table());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        columns.put(rows.getString(1), value(table, rows.getString(1), rows.getString(2)));
                    }
                }
            }
            String name = table.table().replace('.', '_');
            run(
                    "rows of " + name,
                    "create table synthetic.%s as select t.*, g.template as its_template from %s t %s; analyze synthetic.%1$s"
                            .formatted(name, table.table(), table.of()));
            run(
                    table.table(),
                    "insert into %s (%s) select %s from synthetic.clone c join synthetic.%s t on t.its_template = c.template %s"
                            .formatted(
                                    table.table(),
                                    String.join(", ", columns.keySet()),
                                    String.join(", ", columns.values()),
                                    name,
                                    table.where()));
        }

        private static String value(Copied table, String column, String type) {
            String changed = table.changed().get(column);
            if (changed != null) {
                return changed;
            }
            return switch (type) {
                case "timestamp with time zone", "timestamp without time zone" ->
                    "t.%s - c.days * interval '1 day'".formatted(column);
                case "date" -> "t.%s - c.days".formatted(column);
                default -> "t." + column;
            };
        }
    }
}
