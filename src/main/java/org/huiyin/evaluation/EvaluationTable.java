package org.huiyin.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evaluations: entered once, by the petitioner. */
@Repository
class EvaluationTable {
    private final JdbcClient jdbc;

    EvaluationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PetitionId petition, Ratings ratings, Instant at) {
        jdbc.sql("""
                        insert into evaluation.evaluation (petition, evaluated_at, office_rating, organ_rating, comment)
                        values (:petition, :at, :office, :organ, :comment)""")
                .param("petition", petition.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("office", ratings.office().map(Enum::name).orElse(null))
                .param("organ", ratings.organ().name())
                .param("comment", ratings.comment())
                .update();
    }

    Optional<Ratings> find(PetitionId petition) {
        return jdbc.sql("""
                        select office_rating, organ_rating, comment from evaluation.evaluation
                        where petition = :petition""")
                .param("petition", petition.value())
                .query(EvaluationTable::ratings)
                .optional();
    }

    private static Ratings ratings(ResultSet rs, int row) throws SQLException {
        return new Ratings(
                Optional.ofNullable(rs.getString("office_rating")).map(Rating::valueOf),
                Rating.valueOf(rs.getString("organ_rating")),
                rs.getString("comment"));
    }
}
