package org.huiyin.api;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** api.answered_request. */
@Repository
class OnceOnlyTable {
    private final JdbcClient jdbc;

    OnceOnlyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Answered(String requestDigest, String answer) {}

    /** False when the key has been used; waits for another transaction that is using it just now. */
    boolean take(String keyDigest, String requestDigest, Instant at) {
        return jdbc.sql("""
                                insert into api.answered_request (key_digest, request_digest, answered_at)
                                values (:key, :request, :at)
                                on conflict (key_digest) do nothing""")
                        .param("key", keyDigest)
                        .param("request", requestDigest)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void answer(String keyDigest, String answer) {
        jdbc.sql("update api.answered_request set answer = :answer where key_digest = :key")
                .param("answer", answer)
                .param("key", keyDigest)
                .update();
    }

    Answered find(String keyDigest) {
        return jdbc.sql("select request_digest, answer from api.answered_request where key_digest = :key")
                .param("key", keyDigest)
                .query((rs, row) -> new Answered(rs.getString("request_digest"), rs.getString("answer")))
                .single();
    }
}
