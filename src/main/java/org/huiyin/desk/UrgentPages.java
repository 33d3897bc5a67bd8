package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.urgent.UrgentKind;
import org.huiyin.urgent.UrgentLevel;
import org.huiyin.urgent.UrgentReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 重大紧急 under the login of the webapps, beside the case file. */
@RestController
@RequestMapping("/camunda/api/huiyin/petitions/{number}/urgent")
class UrgentPages {
    private final WebappLogin login;
    private final UrgentDesk desk;
    private final Clock clock;

    /** As typed into the panel; {@code knownAt} is the hour of the officer's wall clock, none when it is now. */
    record Typed(
            @Nullable String kind,
            @Nullable String level,
            @Nullable Integer people,
            @Nullable String place,
            @Nullable String situation,
            @Nullable String measures,
            @Nullable String knownAt) {}

    record Reason(@Nullable String reason) {}

    UrgentPages(WebappLogin login, UrgentDesk desk, Clock clock) {
        this.login = login;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<UrgentPage> read(@PathVariable String number) {
        return unstored(desk.read(login.officer(), CaseDeskPages.petition(number)));
    }

    @PostMapping
    ResponseEntity<Map<String, String>> flag(@PathVariable String number, @RequestBody Typed typed) {
        desk.flag(login.officer(), CaseDeskPages.petition(number), report(typed));
        return unstored(Map.of());
    }

    @PostMapping("/receipts/{position:\\d{1,4}}")
    ResponseEntity<Map<String, String>> enterReceipt(
            @PathVariable String number, @PathVariable int position, @RequestBody Reason how) {
        desk.enterReceipt(login.officer(), CaseDeskPages.petition(number), position, text(how.reason()));
        return unstored(Map.of());
    }

    @PostMapping("/withdrawal")
    ResponseEntity<Map<String, String>> withdraw(@PathVariable String number, @RequestBody Reason reason) {
        desk.withdraw(login.officer(), CaseDeskPages.petition(number), text(reason.reason()));
        return unstored(Map.of());
    }

    private UrgentReport report(Typed typed) {
        return new UrgentReport(
                choice("kind", "情形", typed.kind(), UrgentKind.class),
                choice("level", "程度", typed.level(), UrgentLevel.class),
                typed.people() == null ? 0 : typed.people(),
                text(typed.place()),
                text(typed.situation()),
                text(typed.measures()),
                knownAt(text(typed.knownAt())));
    }

    private Instant knownAt(String typed) {
        if (typed.isBlank()) {
            return clock.instant();
        }
        try {
            return LocalDateTime.parse(typed).atZone(EngineClock.BEIJING).toInstant();
        } catch (DateTimeParseException e) {
            throw InvalidInput.of("knownAt", "知悉时间", "应为日期和时刻，例如 2026-11-20T09:30。");
        }
    }

    private static <E extends Enum<E>> E choice(String field, String label, @Nullable String typed, Class<E> type) {
        return Optional.ofNullable(typed)
                .flatMap(name -> java.util.Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(name))
                        .findFirst())
                .orElseThrow(() -> InvalidInput.of(field, label, "请从列表中选择一项。"));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
