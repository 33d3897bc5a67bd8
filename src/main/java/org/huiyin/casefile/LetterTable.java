package org.huiyin.casefile;

import java.sql.Types;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written: casefile.content. */
@Repository
class LetterTable {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    LetterTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Map<PetitionId, Registration> letters) {
        batches.batchUpdate("""
                insert into casefile.content (petition, title, content, demand, place, subject, addressee)
                values (:petition, :title, :content, :demand, :place, :subject, :addressee)""", rows(letters.entrySet()));
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

    private static SqlParameterSource[] rows(Collection<Map.Entry<PetitionId, Registration>> letters) {
        return letters.stream()
                .map(letter -> row(letter.getKey(), letter.getValue()))
                .toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource row(PetitionId id, Registration r) {
        return new MapSqlParameterSource()
                .addValue("petition", id.value())
                .addValue("title", r.title())
                .addValue("content", r.content())
                .addValue("demand", r.demand())
                .addValue("place", r.place())
                .addValue("subject", r.subject())
                .addValue("addressee", r.addressee().orElse(null), Types.VARCHAR);
    }
}
