package org.huiyin.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written: casefile.content; and what it came with: casefile.circumstance, casefile.petition_topic. */
@Repository
class LetterTable {
    private final JdbcClient jdbc;

    LetterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Map<PetitionId, Registration> letters) {
        List<PetitionId> ids = List.copyOf(letters.keySet());
        Collection<Registration> texts = letters.values();
        jdbc.sql("""
                        with letter as (
                            insert into casefile.content (petition, title, content, demand, place, subject, addressee)
                            select petition, title, content, demand, place, subject, addressee
                            from unnest(:petitions::text[], :titles::text[], :contents::text[], :demands::text[],
                                    :places::text[], :subjects::text[], :addressees::text[])
                                as r (petition, title, content, demand, place, subject, addressee))
                        insert into casefile.circumstance (petition, source, outcome_owed, affected_count, territory,
                            content_class, discovered, proceedings, origin)
                        select petition, source, outcome_owed, affected_count, territory, content_class, discovered,
                            string_to_array(proceedings, ','), origin
                        from unnest(:petitions::text[], :sources::text[], :outcomesOwed::boolean[],
                                :affectedCounts::integer[], :territories::text[], :classes::text[],
                                :discovered::boolean[], :proceedings::text[], :origins::text[])
                            as r (petition, source, outcome_owed, affected_count, territory, content_class, discovered,
                                proceedings, origin)""")
                .param("petitions", column(ids, PetitionId::value))
                .param("titles", column(texts, Registration::title))
                .param("contents", column(texts, Registration::content))
                .param("demands", column(texts, Registration::demand))
                .param("places", column(texts, Registration::place))
                .param("subjects", column(texts, Registration::subject))
                .param("addressees", column(texts, letter -> letter.addressee().orElse(null)))
                .params(circumstances(
                        texts.stream().map(Registration::circumstances).toList()))
                .update();
        insertTopics(letters);
    }

    private static Map<String, Object> circumstances(List<Circumstances> rows) {
        return Map.of(
                "sources", column(rows, row -> row.source().name()),
                "outcomesOwed", rows.stream().map(Circumstances::outcomeOwed).toArray(Boolean[]::new),
                "affectedCounts",
                        rows.stream()
                                .map(row -> row.affectedCount().orElse(null))
                                .toArray(Integer[]::new),
                "territories",
                        column(rows, row -> row.territory().map(OrganId::value).orElse(null)),
                "classes", column(rows, row -> row.contentClass().orElse(null)),
                "discovered", rows.stream().map(Circumstances::discovered).toArray(Boolean[]::new),
                "proceedings",
                        column(
                                rows,
                                row -> row.proceedings().stream()
                                        .map(Enum::name)
                                        .collect(Collectors.joining(","))),
                "origins",
                        column(rows, row -> row.origin().map(PetitionId::value).orElse(null)));
    }

    private void insertTopics(Map<PetitionId, Registration> letters) {
        List<String> petitions = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        letters.forEach((id, letter) -> letter.circumstances().topics().forEach(topic -> {
            petitions.add(id.value());
            topics.add(topic);
        }));
        if (!topics.isEmpty()) {
            jdbc.sql("""
                            insert into casefile.petition_topic (petition, topic)
                            select petition, topic from unnest(:petitions::text[], :topics::text[]) as r (petition, topic)""")
                    .param("petitions", petitions.toArray(String[]::new))
                    .param("topics", topics.toArray(String[]::new))
                    .update();
        }
    }

    Optional<Letter> find(PetitionId id) {
        return jdbc.sql("""
                        select c.title, c.content, c.demand, c.place, k.territory, c.subject, c.addressee, k.proceedings
                        from casefile.content c join casefile.circumstance k on k.petition = c.petition
                        where c.petition = :id""")
                .param("id", id.value())
                .query((rs, row) -> new Letter(
                        rs.getString("title"),
                        rs.getString("content"),
                        rs.getString("demand"),
                        rs.getString("place"),
                        Optional.ofNullable(rs.getString("territory")).map(OrganId::new),
                        rs.getString("subject"),
                        Optional.ofNullable(rs.getString("addressee")),
                        proceedings(rs)))
                .optional();
    }

    /** Empty for a draft. */
    Optional<Circumstances> circumstances(PetitionId id) {
        return jdbc.sql("""
                        select c.source, c.outcome_owed, c.affected_count, c.territory, c.content_class, c.discovered,
                            c.proceedings, c.origin, array(select t.topic from casefile.petition_topic t
                                where t.petition = c.petition order by t.topic) as topics
                        from casefile.circumstance c where c.petition = :id""")
                .param("id", id.value())
                .query((rs, row) -> new Circumstances(
                        Source.valueOf(rs.getString("source")),
                        rs.getBoolean("outcome_owed"),
                        Optional.ofNullable(rs.getObject("affected_count", Integer.class)),
                        Optional.ofNullable(rs.getString("territory")).map(OrganId::new),
                        Optional.ofNullable(rs.getString("content_class")),
                        List.of((String[]) rs.getArray("topics").getArray()),
                        rs.getBoolean("discovered"),
                        proceedings(rs),
                        Optional.ofNullable(rs.getString("origin")).map(PetitionId::new)))
                .optional();
    }

    private static List<Proceeding> proceedings(ResultSet rs) throws SQLException {
        return Arrays.stream((String[]) rs.getArray("proceedings").getArray())
                .map(Proceeding::valueOf)
                .toList();
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
