package org.huiyin.suggestion;

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

/** Studies; whoever writes one holds the row of the petition. */
@Repository
class StudyTable {
    private static final String STUDIES = """
            select petition, version, drafted_by, drafted_at, study, conclusion, conclusion_reason, reply, decided_by,
                   comment, paper
            from suggestion.study
            where petition = :petition
            order by version desc
            """;

    private final JdbcClient jdbc;

    StudyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the new version. */
    int insert(PetitionId petition, StudyText text, OfficerId by, Instant at) {
        return jdbc.sql("""
                        insert into suggestion.study
                            (petition, version, drafted_by, drafted_at, study, conclusion, conclusion_reason, reply)
                        select :petition, coalesce(max(version), 0) + 1, :by, :at, :study, :conclusion, :reason, :reply
                        from suggestion.study where petition = :petition
                        returning version""")
                .param("petition", petition.value())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("study", text.study())
                .param("conclusion", text.conclusion().name())
                .param("reason", text.conclusionReason())
                .param("reply", text.reply())
                .query(Integer.class)
                .single();
    }

    void sign(Study study, OfficerId by, Instant at, String paper) {
        decide(study, SigningDecision.SIGN, by, at, Optional.empty(), Optional.of(paper));
    }

    void giveBack(Study study, OfficerId by, Instant at, String comment) {
        decide(study, SigningDecision.RETURN, by, at, Optional.of(comment), Optional.empty());
    }

    private void decide(
            Study study,
            SigningDecision decision,
            OfficerId by,
            Instant at,
            Optional<String> comment,
            Optional<String> paper) {
        int rows = jdbc.sql("""
                        update suggestion.study
                        set decision = :decision, decided_by = :by, decided_at = :at, comment = :comment, paper = :paper
                        where petition = :petition and version = :version and decision is null""")
                .param("decision", decision.name())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("comment", comment.orElse(null))
                .param("paper", paper.orElse(null))
                .param("petition", study.petition().value())
                .param("version", study.version())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("the study was decided on by another transaction");
        }
    }

    Optional<Study> latest(PetitionId petition) {
        return jdbc.sql(STUDIES + "limit 1")
                .param("petition", petition.value())
                .query(StudyTable::study)
                .optional();
    }

    List<Study> of(PetitionId petition) {
        return jdbc.sql(STUDIES)
                .param("petition", petition.value())
                .query(StudyTable::study)
                .list();
    }

    private static Study study(ResultSet rs, int row) throws SQLException {
        return new Study(
                new PetitionId(rs.getString("petition")),
                rs.getInt("version"),
                new OfficerId(rs.getString("drafted_by")),
                rs.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                new StudyText(
                        rs.getString("study"),
                        Conclusion.valueOf(rs.getString("conclusion")),
                        rs.getString("conclusion_reason"),
                        rs.getString("reply")),
                Optional.ofNullable(rs.getString("decided_by")).map(OfficerId::new),
                Optional.ofNullable(rs.getString("comment")),
                Optional.ofNullable(rs.getString("paper")));
    }
}
