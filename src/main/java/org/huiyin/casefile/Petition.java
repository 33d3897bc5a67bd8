package org.huiyin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Procedure;
import org.huiyin.kernel.Route;

/**
 * The head of a case file. A draft has been received and registered, as far as is known, when it was opened.
 *
 * @param simplified marked for the simplified procedure when it was sorted, or handled by it
 * @param guarded whether anybody is barred from it, so that {@link Bars} has to be asked
 */
public record Petition(
        PetitionId id,
        PetitionState state,
        Channel channel,
        Instant receivedAt,
        Instant registeredAt,
        OrganId registeredBy,
        OrganId organ,
        Optional<OfficerId> person,
        Optional<PetitionClass> petitionClass,
        Optional<Route> route,
        boolean sealed,
        boolean legacy,
        String title,
        Optional<EndReason> endReason,
        Optional<Instant> endedAt,
        OfficerId openedBy,
        Optional<LocalDate> postmarkedOn,
        boolean confidential,
        boolean anonymous,
        int visitorCount,
        Purpose purpose,
        int version,
        boolean guarded,
        boolean simplified) {
    private static final int COLLECTIVE_FROM = 5;
    private static final int JOINT_FROM = 2;

    public boolean isDraft() {
        return state == PetitionState.DRAFT;
    }

    public boolean isOpen() {
        return !state.isFinal();
    }

    /** 集体访: five or more came. How many of them speak is another matter (article 20). */
    public boolean isCollectiveVisit() {
        return channel == Channel.VISIT && visitorCount >= COLLECTIVE_FROM;
    }

    /** 联名: two or more signed together, none of them came. */
    public boolean isJoint() {
        return channel != Channel.VISIT && visitorCount >= JOINT_FROM;
    }

    /** How it is handled; nothing before it is sorted, and nothing where it goes another way than to an answer here. */
    public Optional<Procedure> procedure() {
        return Procedure.of(petitionClass, route, simplified);
    }

    /** As these entries of the journal leave it. */
    Petition after(List<JournalKind> entries) {
        Optional<PetitionState> next = PetitionState.after(entries).filter(to -> !state.isFinal() && to != state);
        return next.isEmpty()
                ? this
                : new Petition(
                        id,
                        next.get(),
                        channel,
                        receivedAt,
                        registeredAt,
                        registeredBy,
                        organ,
                        person,
                        petitionClass,
                        route,
                        sealed,
                        legacy,
                        title,
                        endReason,
                        endedAt,
                        openedBy,
                        postmarkedOn,
                        confidential,
                        anonymous,
                        visitorCount,
                        purpose,
                        version,
                        guarded,
                        simplified);
    }

    @Override
    public String toString() {
        return "Petition[" + id + ", " + state + "]";
    }
}
