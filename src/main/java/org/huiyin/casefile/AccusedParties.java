package org.huiyin.casefile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 被反映人、被反映单位: whom a petition speaks against. The journal tells that and when, never who it is. */
@Service
@Transactional
public class AccusedParties {
    private static final int LONGEST_REASON = 200;
    private static final int MOST = 50;

    private final CaseFile cases;
    private final AccusedTable table;
    private final Bars bars;
    private final Journal journal;
    private final Organs organs;
    private final Clock clock;

    AccusedParties(CaseFile cases, AccusedTable table, Bars bars, Journal journal, Organs organs, Clock clock) {
        this.cases = cases;
        this.table = table;
        this.bars = bars;
        this.journal = journal;
        this.organs = organs;
        this.clock = clock;
    }

    /** Whether the reader may see it is the caller's to decide. */
    @Transactional(readOnly = true)
    public List<Accused> of(PetitionId id) {
        return table.of(id);
    }

    /** As it would be named anew: what is split from a letter speaks against the same, until somebody corrects it. */
    @Transactional(readOnly = true)
    public List<AccusedParty> parties(PetitionId id) {
        return table.of(id).stream()
                .map(one -> new AccusedParty(one.organ(), one.name(), one.post()))
                .toList();
    }

    /** As {@link Bars#refuseBarred}. */
    @Transactional(readOnly = true)
    public void refuseBarred(PetitionId id, OfficerId handler) {
        bars.refuseBarred(handler, id);
    }

    @Article("30")
    public void name(PetitionId id, AccusedParty party, OfficerId by) {
        cases.lock(id);
        AccusedParty known = inOurWords(party);
        List<Accused> before = table.of(id);
        if (before.size() >= MOST) {
            throw InvalidInput.of("accusedName", "被反映人姓名", "一件最多记明" + MOST + "个被反映的单位和人员。");
        }
        boolean again = before.stream()
                .anyMatch(one -> one.organ().equals(known.organ()) && one.name().equals(known.name()));
        if (!again) {
            table.insert(id, known, officer(known), by, clock.instant());
            journal.write(id, by, JournalKind.ACCUSED_NAMED, Map.of(), Optional.empty());
            bars.renew(id);
        }
    }

    /** It was a mistake, or somebody else was meant: the row stays, marked. */
    public void remove(PetitionId id, long accused, String reason, OfficerId by) {
        cases.lock(id);
        String why = CleanText.of("reason", "更正理由", reason, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", "更正理由", "必须填写，会记入案卷。");
        }
        if (!table.remove(id, accused, by, clock.instant())) {
            throw InvalidInput.of("accused", "被反映人", "没有这一项，或者已经更正，请刷新后核对。");
        }
        journal.write(id, by, JournalKind.ACCUSED_REMOVED, Map.of(), Optional.of(why));
        bars.renew(id);
    }

    /** A unit that was written out in full is the unit of the tree. */
    private AccusedParty inOurWords(AccusedParty party) {
        party.organ().ifPresent(organ -> {
            if (organs.find(organ).isEmpty()) {
                throw InvalidInput.of("accusedOrgan", "被反映单位", "没有这个单位，请从列表中选择。");
            }
        });
        Optional<Organ> written = party.organ().isEmpty() ? organs.byName(party.name()) : Optional.empty();
        return written.map(organ -> new AccusedParty(Optional.of(organ.id()), "", party.post()))
                .orElse(party);
    }

    /** The one officer of that name in that unit; without a unit, or among namesakes, it stays a name. */
    private Optional<OfficerId> officer(AccusedParty party) {
        List<Officer> found = party.organ().stream()
                .flatMap(organ -> organs.staff(organ).stream())
                .filter(officer -> officer.name().equals(party.name()))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0).id()) : Optional.empty();
    }
}
