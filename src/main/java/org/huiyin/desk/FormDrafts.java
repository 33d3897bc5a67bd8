package org.huiyin.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.casefile.DataCipher;
import org.huiyin.engine.TypedSoFar;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 暂存: what the assignee of a task has typed into its form and not sent yet, sealed, for him alone. It ends when the task
 * ends or changes hands, and by itself when nobody has typed for long.
 */
@Service
class FormDrafts implements TypedSoFar {
    /** A letter of the longest kind, every character written as an escape sequence, and the other fields. */
    static final int LONGEST = 1_000_000;

    private static final int MOST_FIELDS = 500;
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final FormDraftTable drafts;
    private final DataCipher cipher;
    private final Clock clock;
    private final Duration kept;

    FormDrafts(
            FormDraftTable drafts,
            DataCipher cipher,
            Clock clock,
            @Value("${huiyin.form-drafts.kept-days:30}") int keptDays) {
        this.drafts = drafts;
        this.cipher = cipher;
        this.clock = clock;
        this.kept = Duration.ofDays(keptDays);
    }

    /** Adds these fields to what is kept already: of two windows the one that spoke last is right, field by field. */
    @Transactional
    Instant save(String task, OfficerId person, Map<String, @Nullable Object> typed) {
        if (!drafts.holdTask(task, person)) {
            throw new NoRight("只为领取了这项待办的本人自动保存；请先领取。");
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(of(task, person));
        all.putAll(typed);
        Instant now = clock.instant();
        drafts.put(task, person, now, cipher.encrypt(checked(all), place(task, person)));
        drafts.removeBefore(oldest());
        return now;
    }

    /** He wants to begin again from what the form says by itself. */
    @Transactional
    void discard(String task, OfficerId person) {
        drafts.remove(task, person);
    }

    @Transactional(readOnly = true)
    Optional<Instant> savedAt(String task, OfficerId person) {
        return drafts.savedAt(task, person, oldest());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> of(String task, OfficerId person) {
        return drafts.typed(task, person, oldest())
                .map(typed -> cipher.decrypt(typed, place(task, person)))
                .map(FormDrafts::fields)
                .orElse(Map.of());
    }

    private Instant oldest() {
        return clock.instant().minus(kept);
    }

    private static String place(String task, OfficerId person) {
        return "desk.form_draft/" + task + "/" + person.value();
    }

    private static String checked(Map<String, @Nullable Object> fields) {
        String json = json(fields);
        if (json.length() > LONGEST
                || fields.size() > MOST_FIELDS
                || fields.keySet().stream().anyMatch(key -> !KEY.matcher(key).matches())) {
            throw tooLong();
        }
        return json;
    }

    static InvalidInput tooLong() {
        return InvalidInput.of("values", "填写内容", "太长，没有自动保存；请删减，较长的材料请作为附件上传。");
    }

    private static String json(Map<String, @Nullable Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fields cannot be written as JSON", e);
        }
    }

    private static Map<String, @Nullable Object> fields(String json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft is not JSON", e);
        }
    }
}
