package org.huiyin.handling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Acceptances and drafts; whoever writes one holds the row of the petition. */
@Repository
class HandlingTable {
    private static final String DRAFTS = """
            select petition, version, drafted_by, drafted_at, demands, findings, outcome, opinion, legal_basis,
                   decided_by, comment, paper
            from handling.draft
            where petition = :petition
            order by version desc
            """;

    private final JdbcClient jdbc;

    HandlingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void decide(PetitionId petition, Acceptance acceptance, OfficerId by, Instant at, String paper) {
        jdbc.sql("""
                        insert into handling.acceptance
                            (petition, decline_reason, where_to_go, explanation, decided_by, decided_at, paper)
                        values (:petition, :reason, :whereToGo, :explanation, :by, :at, :paper)""")
                .param("petition", petition.value())
                .param("reason", acceptance.declined().map(Enum::name).orElse(null))
                .param("whereToGo", acceptance.whereToGo())
                .param("explanation", acceptance.explanation())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("paper", paper)
                .update();
    }

    /** The number of the new version. */
    int draft(PetitionId petition, OpinionText text, OfficerId by, Instant at) {
        return jdbc.sql("""
                        insert into handling.draft
                            (petition, version, drafted_by, drafted_at, demands, findings, outcome, opinion, legal_basis)
                        select :petition, coalesce(max(version), 0) + 1, :by, :at, :demands, :findings, :outcome, :opinion,
                               :legalBasis
                        from handling.draft where petition = :petition
                        returning version""")
                .param("petition", petition.value())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("demands", text.demands())
                .param("findings", text.findings())
                .param("outcome", text.outcome().name())
                .param("opinion", text.opinion())
                .param("legalBasis", text.legalBasis())
                .query(Integer.class)
                .single();
    }

    void sign(Draft draft, OfficerId by, Instant at, String paper) {
        decide(draft, SigningDecision.SIGN, by, at, Optional.empty(), Optional.of(paper));
    }

    void giveBack(Draft draft, OfficerId by, Instant at, String comment) {
        decide(draft, SigningDecision.RETURN, by, at, Optional.of(comment), Optional.empty());
    }

    private void decide(
            Draft draft,
            SigningDecision decision,
            OfficerId by,
            Instant at,
            Optional<String> comment,
            Optional<String> paper) {
        int rows = jdbc.sql("""
                        update handling.draft
                        set decision = :decision, decided_by = :by, decided_at = :at, comment = :comment, paper = :paper
                        where petition = :petition and version = :version and decision is null""")
                .param("decision", decision.name())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("comment", comment.orElse(null))
                .param("paper", paper.orElse(null))
                .param("petition", draft.petition().value())
                .param("version", draft.version())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("the draft was decided on by another transaction");
        }
    }

    Optional<Draft> latest(PetitionId petition) {
        return jdbc.sql(DRAFTS + "limit 1")
                .param("petition", petition.value())
                .query(HandlingTable::draft)
                .optional();
    }

    List<Draft> drafts(PetitionId petition) {
        return jdbc.sql(DRAFTS)
                .param("petition", petition.value())
                .query(HandlingTable::draft)
                .list();
    }

    private static Draft draft(ResultSet rs, int row) throws SQLException {
        return new Draft(
                new PetitionId(rs.getString("petition")),
                rs.getInt("version"),
                new OfficerId(rs.getString("drafted_by")),
                rs.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                new OpinionText(
                        rs.getString("demands"),
                        rs.getString("findings"),
                        OpinionOutcome.valueOf(rs.getString("outcome")),
                        rs.getString("opinion"),
                        rs.getString("legal_basis")),
                Optional.ofNullable(rs.getString("decided_by")).map(OfficerId::new),
                Optional.ofNullable(rs.getString("comment")),
                Optional.ofNullable(rs.getString("paper")));
    }
}
