package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.huiyin.organ.Organ;
import org.huiyin.organ.Right;
import org.huiyin.organ.RightMissing;
import org.huiyin.organ.Rights;
import org.huiyin.simplified.Exclusion;
import org.huiyin.simplified.SimplifiedProcedure;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 协办: helpers are named beside one lead, never alone, and each has a date of its own (R5). */
@Service
@Transactional
public class Helpers {
    private static final int LONGEST_REQUEST = 2000;

    private final CaseFile cases;
    private final Journal journal;
    private final Rights rights;
    private final HelperTable table;
    private final ForwardingTable forwardings;
    private final Receivers receivers;
    private final ContributionProcess process;
    private final SimplifiedProcedure simplified;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Helpers(
            CaseFile cases,
            Journal journal,
            Rights rights,
            HelperTable table,
            ForwardingTable forwardings,
            Receivers receivers,
            ContributionProcess process,
            SimplifiedProcedure simplified,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.rights = rights;
        this.table = table;
        this.forwardings = forwardings;
        this.receivers = receivers;
        this.process = process;
        this.simplified = simplified;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Helper> of(PetitionId id) {
        return table.of(id);
    }

    /** The lead that has the matter, or whoever sent it there, asks one organ more. */
    public Helper ask(PetitionId id, HelperOrder order, OfficerId by) {
        Petition petition = cases.lock(id);
        if (sentBy(petition).isEmpty()) {
            throw InvalidInput.of("organ", "协办单位", "还没有主办单位，不能只有协办单位；请先转送、交办主办单位。");
        }
        requireAsking(petition, by);
        return ask(id, petition.organ(), order, by);
    }

    /** Whether this officer may ask for help in this matter, and change or withdraw what was asked. */
    @Transactional(readOnly = true)
    public boolean mayAsk(Petition petition, OfficerId by) {
        return sentBy(petition)
                .filter(sender -> rights.may(by, Right.ASK_HELP, petition.organ(), sender))
                .isPresent();
    }

    /** Whom the lead may ask. */
    @Transactional(readOnly = true)
    public List<Organ> choices(Petition petition) {
        return receivers.handling(petition.id()).stream()
                .filter(organ -> !organ.id().equals(petition.organ()))
                .toList();
    }

    void requireAsking(Petition petition, OfficerId by) {
        if (!mayAsk(petition, by)) {
            throw new RightMissing(Right.ASK_HELP);
        }
    }

    /** Who sent the matter to the lead that has it; nobody while it has no lead. */
    private Optional<OrganId> sentBy(Petition petition) {
        return forwardings
                .find(petition.id())
                .filter(way -> petition.isOpen() && way.receiver().equals(petition.organ()))
                .map(Forwarding::sender);
    }

    Helper ask(PetitionId id, OrganId lead, HelperOrder order, OfficerId by) {
        refuse(id, lead, order);
        String asked = CleanText.of("helperTask", "协办事项", order.asked(), LONGEST_REQUEST);
        if (asked.isEmpty()) {
            throw InvalidInput.of("helperTask", "协办事项", "请写明请协办单位做什么。");
        }
        Helper helper =
                begin(table.insert(id, lead, new HelperOrder(order.organ(), order.due(), asked), clock.instant(), by));
        journal.write(
                id,
                JournalKind.HELPER_ASKED,
                Map.of("organ", order.organ().value(), "rawDue", order.due().toString()),
                Optional.of(asked));
        simplified.exclude(id, Exclusion.SEVERAL_BODIES);
        events.publishEvent(new HelperAsked(helper));
        return helper;
    }

    /** A task for the organ that is asked, and the watch over its day beside it. */
    Helper begin(Helper asked) {
        table.begun(asked.id(), process.begin(asked));
        return asked;
    }

    private void refuse(PetitionId id, OrganId lead, HelperOrder order) {
        if (order.organ().equals(lead)) {
            throw InvalidInput.of("helperOrgan", "协办单位", "不能是主办单位，请另选或者不填。");
        }
        if (receivers.handling(id).stream().noneMatch(organ -> organ.id().equals(order.organ()))) {
            throw InvalidInput.of("helperOrgan", "协办单位", "该单位不承办信访事项，请从列表中选择。");
        }
        if (table.of(id).stream()
                .anyMatch(helper -> helper.isOpen()
                        && helper.lead().equals(lead)
                        && helper.organ().equals(order.organ()))) {
            throw InvalidInput.of("helperOrgan", "协办单位", "已经请该单位协办，尚未答复，不要重复；可以调整期限或者撤回后重新提出。");
        }
        if (!order.due().isAfter(LocalDate.now(clock))) {
            throw InvalidInput.of("helperDue", "协办期限", "应当晚于今天。");
        }
    }
}
