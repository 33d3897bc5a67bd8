package org.huiyin.organ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The book of who is away; what that means for the work is up to {@code staffing}. Every node sees a change as it sees one of the tree. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AbsenceBook {
    private static final int LONGEST = 366;

    private final AbsenceTable table;
    private final OrganTable tree;
    private final Organs organs;
    private final Clock clock;

    AbsenceBook(AbsenceTable table, OrganTable tree, Organs organs, Clock clock) {
        this.table = table;
        this.tree = tree;
        this.organs = organs;
        this.clock = clock;
    }

    /** Entered, not begun. */
    public Absence enter(Absence absence, OfficerId by) {
        table.lockOfficer(absence.officer());
        refuseDays(absence);
        absence.deputy().ifPresent(deputy -> refuseDeputy(absence, deputy));
        return get(table.insert(absence, by, clock.instant()));
    }

    public void begun(long id, String instance) {
        table.begun(id, instance);
    }

    /** Held to the end of the transaction. */
    public Absence get(long id) {
        return table.lock(id).orElseThrow(() -> InvalidInput.of("absence", "离岗", "没有这条离岗记录，请刷新后重试。"));
    }

    /** From now on he is away. */
    public void begin(long id) {
        table.enter(id, AbsenceState.RUNNING);
        tellNodes();
    }

    public void chooseComeBack(long id, boolean comeBack) {
        table.setComeBack(id, comeBack);
    }

    public void end(long id, AbsenceState state, OfficerId by) {
        table.close(id, state, by, clock.instant());
        tellNodes();
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Absence> ahead(Collection<OfficerId> officers) {
        return table.ahead(officers);
    }

    /** This node sees it at once, and sees it no longer if it is not to be. */
    private void tellNodes() {
        tree.raiseVersion();
        organs.reload();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    organs.forget();
                }
            }
        });
    }

    private void refuseDays(Absence absence) {
        LocalDate today = LocalDate.now(clock);
        if (absence.from().isBefore(today)) {
            throw InvalidInput.of("from", "开始日期", "不能早于今天。");
        }
        if (absence.to().isBefore(absence.from())) {
            throw InvalidInput.of("to", "结束日期", "不能早于开始日期。");
        }
        if (absence.to().isAfter(absence.from().plusDays(LONGEST - 1))) {
            throw InvalidInput.of("to", "结束日期", "一次最多登记一年；调离、退休的请办理移交。");
        }
        if (table.overlaps(absence.officer(), absence.from(), absence.to())) {
            throw InvalidInput.of("from", "开始日期", "这几天已经登记过离岗，请先取消原来的登记。");
        }
    }

    private void refuseDeputy(Absence absence, OfficerId deputy) {
        Officer officer = organs.officer(absence.officer());
        boolean fits = organs.findOfficer(deputy)
                .filter(Officer::valid)
                .filter(found -> !found.id().equals(officer.id())
                        && found.organ().equals(officer.organ())
                        && found.roles().stream().anyMatch(officer::is))
                .isPresent();
        if (!fits) {
            throw InvalidInput.of("deputy", "代办人", "应当是本单位岗位相同的另一名工作人员，请从列表中选择。");
        }
        if (table.overlaps(deputy, absence.from(), absence.to())) {
            throw InvalidInput.of("deputy", "代办人", "这几天也不在岗，请另选。");
        }
    }
}
