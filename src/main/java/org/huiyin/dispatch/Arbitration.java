package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 裁定责任单位: a matter that several organs refuse, or that has come back too often, is decided by their common superior,
 * without one by the office of the joint conference (article 24, R38). The decision binds: there is no objection to it.
 */
@Service
@Transactional
@Article("24")
class Arbitration {
    private final CaseFile cases;
    private final Journal journal;
    private final Deadlines deadlines;
    private final Papers papers;
    private final Organs organs;
    private final ForwardingTable forwardings;
    private final Receivers receivers;
    private final ArbitrationTable table;
    private final Arrivals arrivals;
    private final Clock clock;

    Arbitration(
            CaseFile cases,
            Journal journal,
            Deadlines deadlines,
            Papers papers,
            Organs organs,
            ForwardingTable forwardings,
            Receivers receivers,
            ArbitrationTable table,
            Arrivals arrivals,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.deadlines = deadlines;
        this.papers = papers;
        this.organs = organs;
        this.forwardings = forwardings;
        this.receivers = receivers;
        this.table = table;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * Who decides about the objection that is being made, when the rule says that it is no longer the sender.
     *
     * @param ways all ways of the petition, the one objected to included
     */
    Optional<OrganId> arbiter(List<Forwarding> ways, Set<OrganId> refusing) {
        long returned = Receivers.returned(ways).count();
        ArbitrationRule rule = table.rule(LocalDate.now(clock));
        return rule.fires(Math.toIntExact(returned) + 1, refusing.size())
                ? superior(refusing).or(() -> conferenceOffice(ways)).map(Organ::id)
                : Optional.empty();
    }

    /** The arbiter decides, whatever the parties and the sender think of it. */
    void decide(PetitionId id, OrganId arbiter, OrganId designated, String reason, OfficerId by) {
        cases.lock(id);
        refuseDesignated(id, designated);
        Forwarding contested = forwardings.latest(id);
        Paper notice = papers.issue(
                id,
                PaperKind.ARBITRATION_NOTICE,
                arbiter,
                by,
                Map.of("receivingOrgan", designated.value(), "arbitrationReason", reason));
        table.insert(id, arbiter, designated, reason, notice.number(), clock.instant(), by);
        deadlines.met(id, ClockKind.D5A, clock.instant(), "指定办理通知书" + notice.number());
        journal.write(
                id,
                JournalKind.COMPETENCE_DECIDED,
                Map.of("sender", arbiter.value(), "organ", designated.value(), "number", notice.number()),
                Optional.of(reason));
        if (contested.receiver().equals(designated)) {
            forwardings.designate(contested.id());
        } else {
            arrivals.moveOn(contested, designated, notice.number(), by);
        }
    }

    /** What the arbiter reads: who refused, and why. */
    @Transactional(readOnly = true)
    String dispute(PetitionId id) {
        return forwardings.refusals(id).stream()
                .map(refusal -> day(refusal.on()) + " " + name(refusal.organ()) + "提出异议，建议由"
                        + name(refusal.proposedOrgan()) + "办理：" + reason(id, refusal))
                .collect(Collectors.joining("\n"));
    }

    private String reason(PetitionId id, Refusal refusal) {
        return journal.of(id).stream()
                .filter(entry -> entry.kind() == JournalKind.OBJECTED
                        && refusal.number().equals(entry.facts().get("number")))
                .flatMap(entry -> entry.typed().stream())
                .findFirst()
                .orElse("");
    }

    private Optional<Organ> superior(Set<OrganId> refusing) {
        return organs.commonSuperior(refusing).filter(this::canDecide);
    }

    /** R38: without a common superior, the office of the joint conference of the region the petition was sent from. */
    private Optional<Organ> conferenceOffice(List<Forwarding> ways) {
        Organ sender = organs.get(ways.get(0).sender());
        return table.conferenceOffice(sender.region())
                .flatMap(organs::find)
                .map(office -> organs.today(office.id()))
                .filter(this::canDecide)
                .or(() -> organs.ofKind(OrganKind.PETITION_BUREAU).stream()
                        .filter(this::canDecide)
                        .findFirst());
    }

    /** Somebody must be there to decide (R25). */
    private boolean canDecide(Organ organ) {
        return !organs.officers(organ.id(), Role.LEAD).isEmpty();
    }

    private void refuseDesignated(PetitionId id, OrganId designated) {
        if (receivers.handling(id).stream().noneMatch(organ -> organ.id().equals(designated))) {
            throw InvalidInput.of("designatedOrgan", "指定的责任单位", "该单位不承办信访事项，请从列表中选择有权处理的机关、单位。");
        }
    }

    private String name(OrganId organ) {
        return organs.find(organ).map(Organ::name).orElse(organ.value());
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
