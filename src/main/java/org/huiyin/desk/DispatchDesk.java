package org.huiyin.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.casefile.Petition;
import org.huiyin.dispatch.Assignments;
import org.huiyin.dispatch.LeaveRequest;
import org.huiyin.dispatch.UpwardLeaves;
import org.huiyin.engine.EngineClock;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an officer does about the way of a matter beside his form: leave to push up, a later feedback date. */
@Service
class DispatchDesk {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);

    private final CaseAccess access;
    private final Assignments assignments;
    private final UpwardLeaves leaves;
    private final Organs organs;
    private final EngineGateway engine;

    DispatchDesk(CaseAccess access, Assignments assignments, UpwardLeaves leaves, Organs organs, EngineGateway engine) {
        this.access = access;
        this.assignments = assignments;
        this.leaves = leaves;
        this.organs = organs;
        this.engine = engine;
    }

    record Choice(String value, String label) {}

    /**
     * @param superiors whom the reader may ask for leave; empty when he may not ask
     * @param laterThan the feedback date that he may put off, and {@code latest} as far as the law lets him; empty when not
     */
    record Page(List<String> leaves, List<Choice> superiors, boolean mayGrant, String laterThan, String latest) {}

    @Transactional(readOnly = true)
    Page read(OfficerId officer, PetitionId id) {
        Petition petition = access.readable(officer, id);
        List<LeaveRequest> asked = leaves.requests(id);
        Optional<LocalDate> feedback = assignments.mayExtend(id, officer);
        return new Page(
                asked.stream().map(this::inWords).toList(),
                leaves.mayAsk(petition, officer) ? choices(leaves.superiors(petition)) : List.of(),
                asked.stream().anyMatch(LeaveRequest::isOpen) && leaves.mayGrant(petition, officer),
                feedback.map(LocalDate::toString).orElse(""),
                feedback.map(day -> assignments.latestFeedback(petition.organ()).toString())
                        .orElse(""));
    }

    @Transactional
    void putOff(OfficerId officer, PetitionId id, LocalDate due, String reason) {
        access.readable(officer, id);
        engine.as(officer, () -> assignments.extend(id, due, reason, officer));
    }

    @Transactional
    void askLeave(OfficerId officer, PetitionId id, OrganId superior, String reason) {
        access.readable(officer, id);
        engine.as(officer, () -> leaves.ask(id, superior, reason, officer));
    }

    @Transactional
    void grantLeave(OfficerId officer, PetitionId id, String reason) {
        access.readable(officer, id);
        engine.as(officer, () -> leaves.grant(id, reason, officer));
    }

    private String inWords(LeaveRequest request) {
        return DAY.format(request.requestedAt().atZone(EngineClock.BEIJING)) + name(request.organ()) + "报请"
                + name(request.superior()) + "同意上交：" + request.reason() + "。"
                + request.state().label()
                + request.decisionReason().map(why -> "。理由：" + why).orElse("");
    }

    private String name(OrganId organ) {
        return organs.find(organ).map(Organ::name).orElse(organ.value());
    }

    private static List<Choice> choices(List<Organ> organs) {
        return organs.stream()
                .map(organ -> new Choice(organ.id().value(), organ.name()))
                .toList();
    }
}
