package org.huiyin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.huiyin.api.OnceOnlyTable.Answered;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A request that is sent again with the same Idempotency-Key is not done again; it gets the answer it got before. */
@Component
class OnceOnly {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private final OnceOnlyTable table;
    private final SealedText sealed;
    private final ObjectMapper json;
    private final Clock clock;

    OnceOnly(OnceOnlyTable table, SealedText sealed, ObjectMapper json, Clock clock) {
        this.table = table;
        this.sealed = sealed;
        this.json = json;
        this.clock = clock;
    }

    /** Does the work and keeps its answer in the same transaction; a key belongs to the person who uses it. */
    @Transactional
    <T> T answer(Optional<String> key, Object request, Class<T> type, Supplier<T> work) {
        if (key.isEmpty()) {
            return work.get();
        }
        String keyDigest = digest(Actor.current() + "\n" + wellFormed(key.get()));
        String requestDigest = digest(write(request));
        if (table.take(keyDigest, requestDigest, clock.instant())) {
            T answer = work.get();
            table.answer(keyDigest, sealed.close(write(answer), place(keyDigest)));
            return answer;
        }
        Answered before = table.find(keyDigest);
        if (!before.requestDigest().equals(requestDigest)) {
            throw new Conflict("这个 " + HEADER + " 已用于另一个内容不同的请求，请换一个新的。");
        }
        return read(sealed.open(before.answer(), place(keyDigest)), type);
    }

    private static String wellFormed(String key) {
        if (!KEY.matcher(key).matches()) {
            throw InvalidInput.of(HEADER, HEADER, "应为1至200个可见的 ASCII 字符，例如一个 UUID。");
        }
        return key;
    }

    private static String place(String keyDigest) {
        return "answer to " + keyDigest;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
