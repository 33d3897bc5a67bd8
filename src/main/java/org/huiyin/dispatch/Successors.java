package org.huiyin.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Article 24: what a merged or dissolved organ had in hand is its successor's. Organs change with the organ file, which is read
 * at the start; so the petitions follow then, each in a transaction of its own. Clocks run on.
 */
@Service
@Article("24")
public class Successors {
    private static final Logger log = LoggerFactory.getLogger(Successors.class);

    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Organs organs;
    private final ForwardingTable forwardings;
    private final HelperSuccessors helpers;
    private final EngineGateway gateway;
    private final Bars bars;
    private final TransactionTemplate transaction;

    Successors(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Organs organs,
            ForwardingTable forwardings,
            HelperSuccessors helpers,
            EngineGateway gateway,
            Bars bars,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.organs = organs;
        this.forwardings = forwardings;
        this.helpers = helpers;
        this.gateway = gateway;
        this.bars = bars;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void followAll() {
        for (OrganId holder : forwardings.holders()) {
            Organ today = organs.today(holder);
            if (!today.id().equals(holder)) {
                List<PetitionId> held = forwardings.heldBy(holder);
                gateway.asSystem(() -> held.forEach(
                        petition -> transaction.executeWithoutResult(status -> follow(petition, holder, today.id()))));
                log.info(
                        "{} petitions of {} followed to {}",
                        held.size(),
                        holder.value(),
                        today.id().value());
            }
        }
        helpers.followAll();
    }

    private void follow(PetitionId id, OrganId from, OrganId to) {
        Petition petition = cases.lock(id);
        if (!petition.isOpen() || !petition.organ().equals(from)) {
            return;
        }
        Optional<OfficerId> person = petition.person().filter(officer -> organs.mayWork(officer, to, Role.HANDLE));
        journal.write(id, JournalKind.FOLLOWED, Map.of("sender", from.value(), "organ", to.value()));
        deadlines.of(id).stream()
                .filter(clock -> clock.isOpen() && clock.holder().equals(from))
                .map(Clock::kind)
                .forEach(kind -> deadlines.hand(id, kind, to, person));
        forwardings.follow(id, from, to);
        helpers.leadFollowed(id, from, to);
        cases.entrust(id, to, person);
        gateway.inherit(id, from.value(), to.value());
        bars.offerAnew(petition);
    }
}
