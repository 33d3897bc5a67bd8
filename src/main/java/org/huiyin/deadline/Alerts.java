package org.huiyin.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.StandIns;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is told that a lamp has turned: by the table of escalation, and in one digest a day for each officer. A window of
 * the petitioner warns nobody; a sealed matter is told to its own circle only (article 30).
 */
@Service
@Transactional
public class Alerts {
    private final AlertTable alerts;
    private final Urgency urgency;
    private final CaseFile caseFile;
    private final Organs organs;
    private final Rights rights;
    private final Bars bars;
    private final StandIns standIns;
    private final Clock time;

    Alerts(
            AlertTable alerts,
            Urgency urgency,
            CaseFile caseFile,
            Organs organs,
            Rights rights,
            Bars bars,
            StandIns standIns,
            Clock time) {
        this.alerts = alerts;
        this.urgency = urgency;
        this.caseFile = caseFile;
        this.organs = organs;
        this.rights = rights;
        this.bars = bars;
        this.standIns = standIns;
        this.time = time;
    }

    /** What this officer is told of today; the most urgent first. */
    @Transactional(readOnly = true)
    public Digest today(OfficerId officer) {
        return alerts.digest(officer, LocalDate.now(time));
    }

    /** He has read the digest of today; what is told later today is unread again. */
    public void read(OfficerId officer) {
        alerts.read(officer, LocalDate.now(time), time.instant());
    }

    /** Told with the lamps of the day; whoever is barred is told nothing, and the heads in his place if that leaves nobody. */
    public void remind(Reminder reminder, Set<OfficerId> officers) {
        Set<OfficerId> told = readers(caseFile.lock(reminder.petition()), officers, reminder.organ());
        alerts.remind(reminder, told, LocalDate.now(time), time.instant());
    }

    /** What he was reminded of is done, or wanted no longer. */
    public void settle(String subject) {
        alerts.settle(subject);
    }

    void raise(List<org.huiyin.deadline.Clock> turned) {
        AlertTable.Raised raised = new AlertTable.Raised();
        turned.stream()
                .filter(clock -> clock.lamp() != Lamp.GREEN && !urgency.isOfPetitioner(clock))
                .collect(Collectors.groupingBy(org.huiyin.deadline.Clock::lamp))
                .forEach((lamp, clocks) -> {
                    List<Recipient> escalation = alerts.escalation(lamp);
                    clocks.forEach(clock -> told(clock, escalation).forEach(officer -> raised.add(officer, clock)));
                });
        alerts.raise(raised, LocalDate.now(time), time.instant());
    }

    private Set<OfficerId> told(org.huiyin.deadline.Clock clock, List<Recipient> escalation) {
        Set<OfficerId> told = new LinkedHashSet<>();
        escalation.forEach(recipient -> told.addAll(who(recipient, clock)));
        return readers(caseFile.lock(clock.petition()), told, clock.holder());
    }

    private Set<OfficerId> readers(Petition petition, Set<OfficerId> told, OrganId organ) {
        Set<OfficerId> unbarred = unbarred(petition, told, organ);
        return petition.sealed() ? circle(unbarred, petition) : unbarred;
    }

    private Set<OfficerId> unbarred(Petition petition, Set<OfficerId> told, OrganId organ) {
        if (!petition.guarded()) {
            return told;
        }
        Set<OfficerId> left = new LinkedHashSet<>(told);
        left.removeAll(bars.of(petition.id()).keySet());
        return left.isEmpty() ? standIns.headsFor(petition.id(), organ) : left;
    }

    private List<OfficerId> who(Recipient recipient, org.huiyin.deadline.Clock clock) {
        OfficerId first = organs.firstResponsible(clock.holder()).id();
        return switch (recipient) {
            case HOLDER -> List.of(clock.person().orElse(first));
            case HEAD ->
                organs.officers(clock.holder(), Role.SIGN).stream()
                        .map(Officer::id)
                        .toList();
            case FIRST_RESPONSIBLE -> List.of(first);
        };
    }

    /** Whoever may not read the matter learns nothing of it; if that leaves nobody, its readers in the organ are told. */
    private Set<OfficerId> circle(Set<OfficerId> told, Petition petition) {
        OrganId organ = petition.organ();
        Set<OfficerId> barred = bars.of(petition.id()).keySet();
        Set<OfficerId> readers = new LinkedHashSet<>(told);
        readers.removeIf(officer -> !rights.may(officer, Right.VIEW_SEALED, organ));
        if (readers.isEmpty()) {
            Stream.of(Role.values())
                    .flatMap(role -> organs.officers(organ, role).stream())
                    .map(Officer::id)
                    .filter(officer -> rights.may(officer, Right.VIEW_SEALED, organ))
                    .filter(officer -> !barred.contains(officer))
                    .forEach(readers::add);
        }
        return readers;
    }
}
