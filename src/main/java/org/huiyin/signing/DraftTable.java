package org.huiyin.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** signing.draft; whoever writes here holds the row of the petition. */
@Repository
class DraftTable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};

    private static final String DRAFTS = """
            select petition, version, drafted_by, drafted_at, typed, decided_by, comment, number
            from signing.draft
            where petition = :petition and paper = :paper
            order by version desc
            """;

    private final JdbcClient jdbc;

    DraftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the new version. */
    int insert(PetitionId petition, DraftKind<?> kind, DraftText text, OfficerId by, Instant at) {
        return jdbc.sql("""
                        insert into signing.draft (petition, paper, version, drafted_by, drafted_at, typed)
                        select :petition, :paper, coalesce(max(version), 0) + 1, :by, :at, cast(:typed as jsonb)
                        from signing.draft where petition = :petition and paper = :paper
                        returning version""")
                .param("petition", petition.value())
                .param("paper", kind.paper().name())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("typed", json(text.typed()))
                .query(Integer.class)
                .single();
    }

    void sign(Draft<?> draft, DraftKind<?> kind, OfficerId by, Instant at, String number) {
        decide(draft, kind, SigningDecision.SIGN, by, at, Optional.empty(), Optional.of(number));
    }

    void giveBack(Draft<?> draft, DraftKind<?> kind, OfficerId by, Instant at, String comment) {
        decide(draft, kind, SigningDecision.RETURN, by, at, Optional.of(comment), Optional.empty());
    }

    private void decide(
            Draft<?> draft,
            DraftKind<?> kind,
            SigningDecision decision,
            OfficerId by,
            Instant at,
            Optional<String> comment,
            Optional<String> number) {
        int rows = jdbc.sql("""
                        update signing.draft
                        set decision = :decision, decided_by = :by, decided_at = :at, comment = :comment, number = :number
                        where petition = :petition and paper = :paper and version = :version and decision is null""")
                .param("decision", decision.name())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("comment", comment.orElse(null))
                .param("number", number.orElse(null))
                .param("petition", draft.petition().value())
                .param("paper", kind.paper().name())
                .param("version", draft.version())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("the draft was decided on by another transaction");
        }
    }

    <T extends DraftText> Optional<Draft<T>> latest(PetitionId petition, DraftKind<T> kind) {
        return jdbc.sql(DRAFTS + "limit 1")
                .param("petition", petition.value())
                .param("paper", kind.paper().name())
                .query((rs, row) -> draft(rs, kind))
                .optional();
    }

    <T extends DraftText> List<Draft<T>> of(PetitionId petition, DraftKind<T> kind) {
        return jdbc.sql(DRAFTS)
                .param("petition", petition.value())
                .param("paper", kind.paper().name())
                .query((rs, row) -> draft(rs, kind))
                .list();
    }

    private static <T extends DraftText> Draft<T> draft(ResultSet rs, DraftKind<T> kind) throws SQLException {
        return new Draft<>(
                new PetitionId(rs.getString("petition")),
                rs.getInt("version"),
                new OfficerId(rs.getString("drafted_by")),
                rs.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                kind.read().apply(typed(rs.getString("typed"))),
                Optional.ofNullable(rs.getString("decided_by")).map(OfficerId::new),
                Optional.ofNullable(rs.getString("comment")),
                Optional.ofNullable(rs.getString("number")));
    }

    private static String json(Map<String, String> typed) {
        try {
            return JSON.writeValueAsString(typed);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> typed(String json) {
        try {
            return JSON.readValue(json, TYPED);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
