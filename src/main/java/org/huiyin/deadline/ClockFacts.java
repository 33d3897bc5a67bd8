package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.deadline.Terms.Extension;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;

/** What the journal keeps of a clock: numbers, dates and papers. */
final class ClockFacts {
    private ClockFacts() {}

    static Map<String, String> started(Clock clock) {
        Map<String, String> facts = moved(clock);
        facts.put("startOn", clock.start().on().toString());
        facts.put("evidence", clock.start().evidence());
        return facts;
    }

    static Map<String, String> moved(Clock clock) {
        Map<String, String> facts = of(clock.kind());
        facts.put("rawDue", clock.rawDue().toString());
        facts.put("legalDue", clock.legalDue().toString());
        return facts;
    }

    static Map<String, String> extended(Clock clock, Extension extension) {
        Map<String, String> facts = moved(clock);
        facts.put("days", String.valueOf(extension.days()));
        facts.put("approver", extension.approver().value());
        extension.paper().ifPresent(paper -> facts.put("paper", paper));
        return facts;
    }

    static Map<String, String> held(Clock clock) {
        return of(clock.kind());
    }

    static Map<String, String> told(ClockKind kind, LocalDate due, String paper) {
        Map<String, String> facts = of(kind);
        facts.put("toldDue", due.toString());
        facts.put("paper", paper);
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
