package org.huiyin.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.PetitionState;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Duty;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.RightMissing;
import org.huiyin.organ.Rights;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 职责范围内不上交 (R35): what is on an organ's own duty list it does not push up, neither by forwarding nor by an objection
 * that proposes an organ of a higher level, unless a superior has given leave.
 */
@Service
@Transactional
public class UpwardLeaves {
    private static final int LONGEST_REASON = 500;

    private final CaseFile cases;
    private final Journal journal;
    private final Organs organs;
    private final Rights rights;
    private final DutyLists duties;
    private final LeaveTable table;
    private final UpwardLeaveProcess process;
    private final Bars bars;
    private final Clock clock;

    UpwardLeaves(
            CaseFile cases,
            Journal journal,
            Organs organs,
            Rights rights,
            DutyLists duties,
            LeaveTable table,
            UpwardLeaveProcess process,
            Bars bars,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.organs = organs;
        this.rights = rights;
        this.duties = duties;
        this.table = table;
        this.process = process;
        this.bars = bars;
        this.clock = clock;
    }

    /** Whether the officer's organ has the matter, may not push it up by itself, and nobody has been asked yet. */
    @Transactional(readOnly = true)
    public boolean mayAsk(Petition petition, OfficerId by) {
        return rights.may(by, Right.ASK_UPWARD, petition.organ())
                && refusalToAsk(petition).isEmpty();
    }

    /** Organs above, the next ones first, in which somebody may give leave. */
    @Transactional(readOnly = true)
    public List<Organ> superiors(Petition petition) {
        return organs.superiors(petition.organ()).stream()
                .filter(above -> organs.officers(above.id(), Role.LEAD).stream()
                        .anyMatch(officer -> mayGrant(petition, officer.id())))
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean mayGrant(Petition petition, OfficerId by) {
        return rights.may(by, Right.ALLOW_UPWARD, petition.organ()) && bars.mayKnow(by, petition);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<LeaveRequest> requests(PetitionId id) {
        return table.requests(id);
    }

    /** The organ that has the matter asks one of those above it, whose leaders get a task; the matter stays where it is. */
    public void ask(PetitionId id, OrganId superior, String reason, OfficerId by) {
        Petition petition = cases.lock(id);
        if (!rights.may(by, Right.ASK_UPWARD, petition.organ())) {
            throw new RightMissing(Right.ASK_UPWARD);
        }
        refusalToAsk(petition).ifPresent(why -> {
            throw InvalidInput.of("organ", "责任单位", why);
        });
        if (superiors(petition).stream().noneMatch(organ -> organ.id().equals(superior))) {
            throw InvalidInput.of("superior", "报请的上级机关", "不是可以同意本单位上交的上级机关，请从列表中选择。");
        }
        String why = reason("报请上交的理由", reason);
        table.ask(id, petition.organ(), superior, why, clock.instant(), by);
        journal.write(
                id,
                JournalKind.UPWARD_ASKED,
                Map.of("organ", petition.organ().value(), "superior", superior.value()),
                Optional.of(why));
        process.requested(id, superior);
    }

    @Transactional(readOnly = true)
    Optional<LeaveRequest> openRequest(PetitionId id) {
        return table.requests(id).stream().filter(LeaveRequest::isOpen).findFirst();
    }

    /** What the organ's own duty list says of the matter. */
    @Transactional(readOnly = true)
    Optional<String> duty(LeaveRequest request) {
        return duties.ownDuty(cases.letter(request.petition()), request.organ())
                .map(duty -> duty.subject() + "：" + duty.matters());
    }

    void decide(PetitionId id, LeaveDecision decision, String reason, OfficerId by) {
        Petition petition = cases.lock(id);
        LeaveRequest request = openRequest(id).orElseThrow();
        if (!mayGrant(petition, by)) {
            throw new RightMissing(Right.ALLOW_UPWARD);
        }
        String why = reason("决定理由", reason);
        boolean granted = decision == LeaveDecision.GRANT;
        table.decide(request, granted ? LeaveState.GRANTED : LeaveState.REFUSED, why, clock.instant(), by);
        if (granted) {
            allow(id, request.organ(), why, by);
        } else {
            journal.write(
                    id,
                    JournalKind.UPWARD_REFUSED,
                    Map.of("organ", request.organ().value()),
                    Optional.of(why));
        }
    }

    /** The organ has taken the matter on, objected without leave or sent it elsewhere: nothing is asked any more. */
    void lapse(PetitionId id, String evidence) {
        openRequest(id).ifPresent(request -> {
            table.lapse(request, clock.instant());
            journal.write(
                    id,
                    JournalKind.UPWARD_LAPSED,
                    Map.of("organ", request.organ().value(), "evidence", evidence));
            process.lapsed(id);
        });
    }

    private Optional<String> refusalToAsk(Petition petition) {
        OrganId organ = petition.organ();
        if (!isUnderWay(petition)) {
            return Optional.of("本事项尚未判定类别，或者已经签收、办理，不能再上交。");
        }
        if (organs.isPetitionBureau(organ)
                || petition.sealed()
                || duties.ownDuty(cases.letter(petition.id()), organ).isEmpty()) {
            return Optional.of("本事项不在本单位职责清单之内，不需要上级同意；可以直接转送，或者提出异议并建议有权处理的机关。");
        }
        if (table.has(petition.id(), organ)) {
            return Optional.of("上级已经同意上交本事项，不必再报请。");
        }
        return openRequest(petition.id()).map(open -> "已有一份报请正在等待上级决定。");
    }

    /** Sorted, and nobody of the organ has taken it on yet. */
    private static boolean isUnderWay(Petition petition) {
        return (petition.state() == PetitionState.REGISTERED || petition.state() == PetitionState.FORWARDED)
                && petition.petitionClass().isPresent()
                && petition.person().isEmpty();
    }

    private static String reason(String label, String typed) {
        String why = CleanText.of("reason", label, typed, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", label, "必须填写，会记入案卷。");
        }
        return why;
    }

    /** A leader or supervisor of an organ above lets the organ that has the petition propose a higher one, this once. */
    public void grant(PetitionId id, String reason, OfficerId by) {
        Petition petition = cases.lock(id);
        OrganId organ = petition.organ();
        if (!mayGrant(petition, by)) {
            throw new RightMissing(Right.ALLOW_UPWARD);
        }
        String why = reason("同意上交的理由", reason);
        if (table.has(id, organ)) {
            throw InvalidInput.of("organ", "责任单位", "已经同意该单位上交本件，不必重复。");
        }
        openRequest(id).filter(request -> request.organ().equals(organ)).ifPresent(request -> {
            table.decide(request, LeaveState.GRANTED, why, clock.instant(), by);
            process.lapsed(id);
        });
        allow(id, organ, why, by);
    }

    private void allow(PetitionId id, OrganId organ, String why, OfficerId by) {
        table.insert(id, organ, why, clock.instant(), by);
        journal.write(id, JournalKind.UPWARD_ALLOWED, Map.of("organ", organ.value()), Optional.of(why));
    }

    void refusePushingUp(PetitionId id, OrganId organ, OrganId proposed, String field, String label) {
        if (organs.isPetitionBureau(organ) || !isHigher(organs.get(proposed), organs.get(organ))) {
            return;
        }
        Optional<Duty> own = duties.ownDuty(cases.letter(id), organ);
        if (own.isPresent() && !table.has(id, organ)) {
            Duty duty = own.get();
            throw InvalidInput.of(
                    field,
                    label,
                    "本事项在本单位职责清单之内（" + duty.subject() + "：" + duty.matters() + "），不得上交；确需上级办理的，请先报请上级机关领导或者督查人员同意。");
        }
    }

    private static boolean isHigher(Organ proposed, Organ organ) {
        return proposed.level().compareTo(organ.level()) < 0;
    }
}
