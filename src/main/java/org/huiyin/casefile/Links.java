package org.huiyin.casefile;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 关联: an officer says what a matter is to an earlier one. Nothing is merged and nothing ends by it; whoever was wrong
 * withdraws the link, and both stay on record.
 */
@Service
@Transactional
public class Links {
    static final int LONGEST_REASON = 500;
    private static final int MOST_REPEATED = 50;
    private static final String EARLIER = "earlier";
    private static final String EARLIER_LABEL = "关联件编号";

    private final LinkTable table;
    private final CaseFile cases;
    private final SameMatter sameMatter;
    private final Bars bars;
    private final Journal journal;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Links(
            LinkTable table,
            CaseFile cases,
            SameMatter sameMatter,
            Bars bars,
            Journal journal,
            Clock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.cases = cases;
        this.sameMatter = sameMatter;
        this.bars = bars;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /** Both stay as they are; what is written in either file names the other by its number only. */
    public Link link(PetitionId id, PetitionId earlier, LinkKind kind, String why, OfficerId by, Sight sight) {
        String reason = reason("关联理由", why);
        cases.lockAll(List.of(id, earlier));
        Petition petition = cases.lock(id);
        Petition other = visible(earlier, sight);
        refuseUnfit(petition, other, kind);
        table.of(id).stream()
                .filter(link -> link.isInForce() && link.other(id).equals(earlier))
                .findFirst()
                .ifPresent(link -> {
                    throw InvalidInput.of(
                            EARLIER, EARLIER_LABEL, "这两件已关联为“" + link.kind().label() + "”，要改请先撤销原来的关联。");
                });
        Link link = table.insert(id, sameMatter.compared(id, earlier), kind, reason, by, clock.instant());
        write(link, JournalKind.LINKED, reason);
        events.publishEvent(new MatterLinked(id, kind));
        return link;
    }

    /** The link stays on record, withdrawn. */
    public void withdraw(PetitionId id, long number, String why, OfficerId by) {
        String because = reason("撤销理由", why);
        Link link = table.find(number)
                .filter(found -> found.petition().equals(id) || found.earlier().equals(id))
                .orElseThrow(() -> InvalidInput.of("link", "关联", "这件信访件没有这条关联，请刷新案卷后再试。"));
        cases.lockAll(List.of(link.petition(), link.earlier()));
        if (!table.find(number).filter(Link::isInForce).isPresent()) {
            throw InvalidInput.of("link", "关联", "这条关联已经撤销。");
        }
        table.withdraw(number, because, by, clock.instant());
        write(link, JournalKind.LINK_WITHDRAWN, because);
    }

    /** Both directions, withdrawn ones too, as far as the other matter may be seen. */
    @Transactional(readOnly = true)
    public List<Link> of(PetitionId id, Sight sight) {
        return table.of(id).stream()
                .filter(link -> sees(sight, cases.get(link.other(id))))
                .toList();
    }

    /** In force, in both directions, whoever may see them: for rules, not for screens. */
    @Transactional(readOnly = true)
    public List<Link> inForce(PetitionId id) {
        return table.of(id).stream().filter(Link::isInForce).toList();
    }

    /** The earlier matters of which this is a repeat, and those of which they are repeats. */
    @Transactional(readOnly = true)
    public List<Petition> repeated(PetitionId id) {
        Set<PetitionId> found = new LinkedHashSet<>();
        Deque<PetitionId> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty() && found.size() < MOST_REPEATED) {
            PetitionId one = open.remove();
            inForce(one).stream()
                    .filter(link -> link.petition().equals(one) && link.kind() == LinkKind.REPEAT)
                    .map(Link::earlier)
                    .filter(found::add)
                    .forEach(open::add);
        }
        found.remove(id);
        return found.stream().map(cases::get).toList();
    }

    @Transactional(readOnly = true)
    public ToldApart toldApart(PetitionId id) {
        return table.toldApart(id).orElseThrow(() -> new NoSuchPetition(id));
    }

    private Petition visible(PetitionId id, Sight sight) {
        return Optional.of(cases.get(id))
                .filter(petition -> sees(sight, petition))
                .orElseThrow(() -> InvalidInput.of(EARLIER, EARLIER_LABEL, "没有这个编号的信访件，请核对编号。"));
    }

    private static void refuseUnfit(Petition petition, Petition earlier, LinkKind kind) {
        if (petition.id().equals(earlier.id())) {
            throw InvalidInput.of(EARLIER, EARLIER_LABEL, "不能与本件自身关联，请填写另一件的编号。");
        }
        if (petition.isDraft()
                || earlier.isDraft()
                || petition.state() == PetitionState.VOID
                || earlier.state() == PetitionState.VOID) {
            throw InvalidInput.of(EARLIER, EARLIER_LABEL, "登记完成且未作废的信访件才能关联。");
        }
        if (petition.sealed() != earlier.sealed()) {
            throw InvalidInput.of(EARLIER, EARLIER_LABEL, "检举控告件单列办理，不与其他信访件关联。");
        }
        if (kind != LinkKind.JOINT && earlier.receivedAt().isAfter(petition.receivedAt())) {
            throw InvalidInput.of(EARLIER, EARLIER_LABEL, "该件收到在后，请从后收到的那一件上关联。");
        }
        if (kind == LinkKind.JOINT && (!petition.isOpen() || !earlier.isOpen())) {
            throw InvalidInput.of(EARLIER, EARLIER_LABEL, "已办结的信访件不能再合并答复，请关联为重复信访或者标记新的事实和理由。");
        }
    }

    private boolean sees(Sight sight, Petition petition) {
        return sight.sees(petition) && bars.mayKnow(sight.reader(), petition);
    }

    /** A file does not name a matter from which somebody is barred who may read this one (article 30). */
    private void write(Link link, JournalKind kind, String why) {
        for (PetitionId one : List.of(link.petition(), link.earlier())) {
            Map<String, String> facts =
                    new HashMap<>(Map.of("linkKind", link.kind().name()));
            if (!cases.get(link.other(one)).guarded()) {
                facts.put("petition", link.other(one).value());
            }
            journal.write(one, kind, facts, Optional.of(why));
        }
    }

    private static String reason(String label, String typed) {
        String reason = CleanText.of("reason", label, typed, LONGEST_REASON);
        if (reason.isEmpty()) {
            throw InvalidInput.of("reason", label, "必须填写，会记入案卷。");
        }
        return reason;
    }
}
