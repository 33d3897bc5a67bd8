package org.huiyin.dispatch;

import java.util.List;
import java.util.Map;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 24: what a merged or dissolved organ was asked to help with is asked of its successor; the day that was set stays. */
@Component
@Article("24")
class HelperSuccessors {
    private final CaseFile cases;
    private final Journal journal;
    private final Organs organs;
    private final HelperTable table;
    private final Helpers helpers;
    private final Contributions contributions;
    private final ContributionProcess process;
    private final EngineGateway gateway;
    private final Bars bars;
    private final TransactionTemplate transaction;

    HelperSuccessors(
            CaseFile cases,
            Journal journal,
            Organs organs,
            HelperTable table,
            Helpers helpers,
            Contributions contributions,
            ContributionProcess process,
            EngineGateway gateway,
            Bars bars,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.journal = journal;
        this.organs = organs;
        this.table = table;
        this.helpers = helpers;
        this.contributions = contributions;
        this.process = process;
        this.gateway = gateway;
        this.bars = bars;
        this.transaction = transaction;
    }

    void followAll() {
        gateway.asSystem(() -> {
            beginAll();
            for (OrganId asked : table.openOrgans()) {
                Organ today = organs.today(asked);
                if (!today.id().equals(asked)) {
                    table.openAt(asked)
                            .forEach(petition ->
                                    transaction.executeWithoutResult(status -> follow(petition, asked, today.id())));
                }
            }
        });
    }

    /** The lead was merged too: what it asked is asked by its successor, which asks nothing of itself. */
    void leadFollowed(PetitionId id, OrganId from, OrganId to) {
        for (Helper helper : open(id)) {
            if (helper.lead().equals(from)) {
                if (isAskedAlready(helper, to, helper.organ())) {
                    contributions.withdraw(helper, "协办单位已经成为主办单位，或者已经另行请其协办");
                } else {
                    table.setLead(helper.id(), to);
                }
            }
        }
    }

    /** What was asked before there was a process for it. */
    private void beginAll() {
        table.notBegun().stream()
                .map(Helper::petition)
                .distinct()
                .forEach(id -> transaction.executeWithoutResult(status -> {
                    Petition petition = cases.lock(id);
                    open(id).stream()
                            .filter(helper -> helper.instance().isEmpty()
                                    && petition.isOpen()
                                    && helper.lead().equals(petition.organ()))
                            .forEach(helpers::begin);
                }));
    }

    private void follow(PetitionId id, OrganId from, OrganId to) {
        Petition petition = cases.lock(id);
        for (Helper helper : open(id)) {
            if (helper.organ().equals(from)) {
                if (isAskedAlready(helper, helper.lead(), to)) {
                    contributions.withdraw(helper, "协办单位的承接机关就是主办单位，或者已经另行请其协办");
                } else {
                    journal.write(id, JournalKind.HELPER_FOLLOWED, Map.of("sender", from.value(), "organ", to.value()));
                    table.setOrgan(helper.id(), to);
                    helper.instance().ifPresent(instance -> releaseStranger(instance, to));
                }
            }
        }
        process.inherited(id, from, to);
        bars.offerAnew(petition);
    }

    /** Whoever had it in hand keeps it if he moved with the work; else it is offered to the handlers of the successor. */
    private void releaseStranger(String instance, OrganId to) {
        process.atWork(instance)
                .filter(officer -> !organs.mayWork(officer, to, Role.HANDLE))
                .ifPresent(officer -> process.release(instance));
    }

    private boolean isAskedAlready(Helper helper, OrganId lead, OrganId organ) {
        return organ.equals(lead)
                || open(helper.petition()).stream()
                        .anyMatch(other -> other.id() != helper.id()
                                && other.lead().equals(lead)
                                && other.organ().equals(organ));
    }

    private List<Helper> open(PetitionId id) {
        return table.of(id).stream().filter(Helper::isOpen).toList();
    }
}
