package org.huiyin.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for review and what was decided on them; whoever writes one holds the row of the petition. */
@Repository
class ReviewTable {
    private final JdbcClient jdbc;

    ReviewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReviewRequest request) {
        jdbc.sql("""
                        insert into review.request (petition, requested_at, reasons, handling_organ, review_organ)
                        values (:petition, :at, :reasons, :handlingOrgan, :reviewOrgan)""")
                .param("petition", request.petition().value())
                .param("at", request.requestedAt().atOffset(ZoneOffset.UTC))
                .param("reasons", request.reasons())
                .param("handlingOrgan", request.handlingOrgan().value())
                .param("reviewOrgan", request.reviewOrgan().value())
                .update();
    }

    void decide(PetitionId petition, ReviewText text, OfficerId by, Instant at, String paper) {
        int rows = jdbc.sql("""
                        update review.request
                        set outcome = :outcome, findings = :findings, opinion = :opinion, legal_basis = :legalBasis,
                            decided_by = :by, decided_at = :at, paper = :paper
                        where petition = :petition and outcome is null""")
                .param("outcome", text.outcome().name())
                .param("findings", text.findings())
                .param("opinion", text.opinion())
                .param("legalBasis", text.legalBasis())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("paper", paper)
                .param("petition", petition.value())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("the review was decided by another transaction");
        }
    }

    Optional<ReviewRequest> find(PetitionId petition) {
        return jdbc.sql("""
                        select petition, requested_at, reasons, handling_organ, review_organ, outcome from review.request
                        where petition = :petition""")
                .param("petition", petition.value())
                .query(ReviewTable::request)
                .optional();
    }

    private static ReviewRequest request(ResultSet rs, int row) throws SQLException {
        return new ReviewRequest(
                new PetitionId(rs.getString("petition")),
                rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
                rs.getString("reasons"),
                new OrganId(rs.getString("handling_organ")),
                new OrganId(rs.getString("review_organ")),
                Optional.ofNullable(rs.getString("outcome")).map(ReviewOutcome::valueOf));
    }
}
