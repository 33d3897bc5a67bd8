package org.huiyin.dispatch;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
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
    private final Clock clock;

    UpwardLeaves(
            CaseFile cases,
            Journal journal,
            Organs organs,
            Rights rights,
            DutyLists duties,
            LeaveTable table,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.organs = organs;
        this.rights = rights;
        this.duties = duties;
        this.table = table;
        this.clock = clock;
    }

    /** A leader or supervisor of an organ above lets the organ that has the petition propose a higher one, this once. */
    public void grant(PetitionId id, String reason, OfficerId by) {
        Petition petition = cases.lock(id);
        OrganId organ = petition.organ();
        if (!rights.may(by, Right.ALLOW_UPWARD, organ)) {
            throw new RightMissing(Right.ALLOW_UPWARD);
        }
        String why = CleanText.of("reason", "同意上交的理由", reason, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", "同意上交的理由", "必须填写，会记入案卷。");
        }
        if (table.has(id, organ)) {
            throw InvalidInput.of("organ", "责任单位", "已经同意该单位上交本件，不必重复。");
        }
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
