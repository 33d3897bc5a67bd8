package org.huiyin.casefile;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.TaskOffers;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.OrgansChanged;
import org.huiyin.organ.RelationChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Is this officer barred from this petition, and why? Asked wherever a matter is offered, taken, signed, read or listed: for
 * the barred it does not exist. Worked out from whom the petition speaks against, from declared relations and from decided
 * recusals, whenever one of these changes (ADR 30).
 */
@Service
@Transactional
public class Bars {
    private final PetitionTable petitions;
    private final BarTable bars;
    private final TaskOffers offers;
    private final EngineGateway engine;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bars(
            PetitionTable petitions,
            BarTable bars,
            TaskOffers offers,
            EngineGateway engine,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.petitions = petitions;
        this.bars = bars;
        this.offers = offers;
        this.engine = engine;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** As {@link #isBarred}, for a petition at hand. */
    @Transactional(readOnly = true)
    public boolean mayKnow(OfficerId officer, Petition petition) {
        return !petition.guarded() || bars.why(officer, petition.id()).isEmpty();
    }

    @Transactional(readOnly = true)
    public boolean isBarred(OfficerId officer, PetitionId id) {
        return why(officer, id).isPresent();
    }

    @Transactional(readOnly = true)
    public Optional<BarReason> why(OfficerId officer, PetitionId id) {
        return isGuarded(id) ? bars.why(officer, id) : Optional.empty();
    }

    /** Everybody who is barred, with the reason; empty for nearly every petition, and then nothing is asked. */
    @Transactional(readOnly = true)
    public Map<OfficerId, BarReason> of(PetitionId id) {
        return isGuarded(id) ? bars.of(id) : Map.of();
    }

    /** Which of these petitions this officer must not learn of: for lists. */
    @Transactional(readOnly = true)
    public Set<PetitionId> hidden(OfficerId officer, Collection<PetitionId> among) {
        return among.isEmpty() ? Set.of() : bars.hidden(officer, among);
    }

    /** The numbers of all petitions from which this officer is barred. */
    @Transactional(readOnly = true)
    Set<String> hidden(OfficerId officer) {
        return bars.hidden(officer);
    }

    /** Whoever chooses who is to handle it chooses nobody who is barred. */
    @Transactional(readOnly = true)
    public void refuseBarred(OfficerId handler, PetitionId id) {
        if (isBarred(handler, id)) {
            throw InvalidInput.of("handler", "承办人", "这名承办人须回避，请另选。");
        }
    }

    /** R57: the units that must never be given a petition that speaks against them or their head. */
    @Article("30")
    @Transactional(readOnly = true)
    public Set<OrganId> accusedUnits(PetitionId id) {
        return isGuarded(id) ? bars.accusedUnits(id) : Set.of();
    }

    /** By decision: from now on the officer has nothing to do with it (回避). */
    @Article("28")
    @Transactional(propagation = Propagation.MANDATORY)
    public void recuse(PetitionId id, OfficerId officer) {
        bars.recuse(id, officer, clock.instant());
        renew(id);
    }

    /** After a change of facts: who is barred, and to whom the open tasks are offered. The petition is held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renew(PetitionId id) {
        if (bars.renew(id)) {
            petitions.reread(id);
            offers.renew(id);
            releaseBarred(id);
        }
    }

    /** Whoever is barred no longer answers for it: until another takes it, the head of the organ does (R25). */
    private void releaseBarred(PetitionId id) {
        petitions
                .find(id)
                .filter(petition -> petition.isOpen() && !petition.isDraft())
                .ifPresent(petition -> petition.person()
                        .filter(person -> !mayKnow(person, petition))
                        .ifPresent(person -> {
                            petitions.entrust(id, petition.organ(), Optional.empty());
                            journal.write(
                                    id,
                                    JournalKind.ENTRUSTED,
                                    Map.of("organ", petition.organ().value()));
                            events.publishEvent(new PersonReplaced(id, person, Optional.empty()));
                        }));
    }

    /** After another change of what its models name: the open tasks are offered as they would be now. */
    public void offerAnew(Petition petition) {
        if (petition.guarded()) {
            offers.renew(petition.id());
        }
    }

    @EventListener
    void relationChanged(RelationChanged change) {
        renewAll(bars.concernedBy(change.relation()));
    }

    /** People come, go and change their organ: who belongs to an accused unit is another today. */
    @EventListener
    void organsChanged(OrgansChanged change) {
        renewAll(bars.withAccused());
    }

    private void renewAll(Collection<PetitionId> concerned) {
        engine.asSystem(() -> {
            petitions.lockAll(concerned);
            concerned.forEach(this::renew);
        });
    }

    private boolean isGuarded(PetitionId id) {
        return petitions.find(id).map(Petition::guarded).orElse(false);
    }
}
