package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.deadline.Clock.Start;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;

/** What the journal keeps of a clock: numbers, dates and papers. */
final class ClockFacts {
    private ClockFacts() {}

    static Map<String, String> started(ClockKind kind, Start start, Span span) {
        Map<String, String> facts = of(kind);
        facts.put("startOn", start.on().toString());
        facts.put("evidence", start.evidence());
        facts.put("rawDue", span.rawDue().toString());
        facts.put("legalDue", span.legalDue().toString());
        return facts;
    }

    static Map<String, String> ended(ClockKind kind, LocalDate on, String by) {
        Map<String, String> facts = of(kind);
        facts.put("endedOn", on.toString());
        facts.put("evidence", by);
        return facts;
    }

    static Map<String, String> turned(ClockKind kind, Lamp lamp) {
        Map<String, String> facts = of(kind);
        facts.put("lamp", lamp.name());
        return facts;
    }

    static Map<String, String> handed(ClockKind kind, OrganId holder, Optional<OfficerId> person) {
        Map<String, String> facts = of(kind);
        facts.put("holder", holder.value());
        person.ifPresent(officer -> facts.put("person", officer.value()));
        return facts;
    }

    private static Map<String, String> of(ClockKind kind) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("clock", kind.code());
        return facts;
    }
}
