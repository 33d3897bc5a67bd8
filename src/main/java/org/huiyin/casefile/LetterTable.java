package org.huiyin.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written: casefile.content. */
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
                        insert into casefile.content (petition, title, content, demand, place, subject, addressee)
                        select petition, title, content, demand, place, subject, addressee
                        from unnest(:petitions::text[], :titles::text[], :contents::text[], :demands::text[],
                                :places::text[], :subjects::text[], :addressees::text[])
                            as r (petition, title, content, demand, place, subject, addressee)""")
                .param("petitions", column(ids, PetitionId::value))
                .param("titles", column(texts, Registration::title))
                .param("contents", column(texts, Registration::content))
                .param("demands", column(texts, Registration::demand))
                .param("places", column(texts, Registration::place))
                .param("subjects", column(texts, Registration::subject))
                .param("addressees", column(texts, letter -> letter.addressee().orElse(null)))
                .update();
    }

    Optional<Letter> find(PetitionId id) {
        return jdbc.sql("""
                        select title, content, demand, place, subject, addressee
                        from casefile.content where petition = :id""")
                .param("id", id.value())
                .query((rs, row) -> new Letter(
                        rs.getString("title"),
                        rs.getString("content"),
                        rs.getString("demand"),
                        rs.getString("place"),
                        rs.getString("subject"),
                        Optional.ofNullable(rs.getString("addressee"))))
                .optional();
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
