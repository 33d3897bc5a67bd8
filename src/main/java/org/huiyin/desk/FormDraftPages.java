package org.huiyin.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 暂存 under the login of the webapps. What was typed comes back with the form itself, never from here. */
@RestController
@RequestMapping("/camunda/api/huiyin/tasks/{taskId}/draft")
class FormDraftPages {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final JsonMapper JSON = new JsonMapper();

    private final WebappLogin login;
    private final FormDrafts drafts;
    private final Clock clock;

    record Typed(@Nullable Map<String, @Nullable Object> values) {}

    /** When it was saved, as people say it; empty while nothing is. */
    record Saved(String savedAt) {}

    FormDraftPages(WebappLogin login, FormDrafts drafts, Clock clock) {
        this.login = login;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Saved> savedAt(@PathVariable String taskId) {
        OfficerId officer = login.officer();
        return unstored(drafts.savedAt(taskId, officer).map(this::inWords).orElse(""));
    }

    @PostMapping
    ResponseEntity<Saved> save(@PathVariable String taskId, HttpServletRequest request) throws IOException {
        OfficerId officer = login.officer();
        return unstored(inWords(drafts.save(taskId, officer, typed(request))));
    }

    @DeleteMapping
    ResponseEntity<Saved> discard(@PathVariable String taskId) {
        drafts.discard(taskId, login.officer());
        return unstored("");
    }

    /** Read only once it is known who sends it, and no further than a form can be long. */
    private static Map<String, @Nullable Object> typed(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(FormDrafts.LONGEST * 3 + 1);
        if (body.length > FormDrafts.LONGEST * 3) {
            throw FormDrafts.tooLong();
        }
        try {
            @Nullable
            Map<String, @Nullable Object> values =
                    JSON.readValue(body, Typed.class).values();
            if (values != null) {
                return values;
            }
        } catch (JsonProcessingException unreadable) {
            // said below
        }
        throw InvalidInput.of("values", "填写内容", "无法读取，没有自动保存，请刷新页面后重试。");
    }

    private String inWords(Instant at) {
        ZonedDateTime saved = at.atZone(EngineClock.BEIJING);
        return (saved.toLocalDate().equals(LocalDate.now(clock)) ? MINUTE : DAY).format(saved);
    }

    private static ResponseEntity<Saved> unstored(String savedAt) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Saved(savedAt));
    }
}
