package org.huiyin.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ends a matter for good: a re-review opinion, of this system or entered from an old paper, or a local rule. */
@Service
@Transactional
@Article("36")
public class FinalOpinions {
    private static final int LONGEST = 100;
    private static final LocalDate EARLIEST = LocalDate.of(2005, 5, 1);

    private final FinalOpinionTable table;
    private final CaseFile cases;
    private final Links links;
    private final Journal journal;
    private final Clock clock;

    FinalOpinions(FinalOpinionTable table, CaseFile cases, Links links, Journal journal, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.links = links;
        this.journal = journal;
        this.clock = clock;
    }

    /** An opinion given on paper, before this system or outside of it. */
    public void enter(PetitionId id, String number, String organ, LocalDate issuedOn, OfficerId by) {
        cases.lock(id);
        Typed typed = new Typed();
        String paper = typed.line("number", "复核意见书文号", number, LONGEST);
        String issuer = typed.line("organ", "复核机关", organ, LONGEST);
        typed.must(!paper.isEmpty(), "number", "复核意见书文号", "必须填写，不再受理告知书要写明这份复核意见。");
        typed.must(!issuer.isEmpty(), "organ", "复核机关", "必须填写。");
        typed.must(
                !issuedOn.isBefore(EARLIEST) && !issuedOn.isAfter(LocalDate.now(clock)),
                "issuedOn",
                "复核意见日期",
                "应在2005年5月1日（信访条例规定复核）以后、今天或者更早，请核对。");
        typed.refuseWrong();
        record(id, paper, issuer, issuedOn, false, by);
    }

    /** An opinion given in this system. */
    public void given(PetitionId id, String number, String organ, LocalDate issuedOn, OfficerId by) {
        cases.lock(id);
        record(id, number, organ, issuedOn, true, by);
    }

    public void withdraw(PetitionId id, long opinion, String why, OfficerId by) {
        cases.lock(id);
        String because = CleanText.of("reason", "撤销理由", why, Links.LONGEST_REASON);
        if (because.isEmpty()) {
            throw InvalidInput.of("reason", "撤销理由", "必须填写，会记入案卷。");
        }
        if (table.withdraw(opinion, id, because, by, clock.instant()) == 0) {
            throw InvalidInput.of("opinion", "复核意见", "没有这条登记，或者已经撤销，请刷新案卷后再试。");
        }
        journal.write(id, JournalKind.CORRECTED, Map.of("evidence", "撤销登记的复核意见"), Optional.of(because));
    }

    /** What may be cited for this matter: entered on it, or on an earlier one of which it is a repeat. */
    @Transactional(readOnly = true)
    public List<FinalOpinion> citable(PetitionId id) {
        List<PetitionId> matters = new ArrayList<>(List.of(id));
        links.repeated(id).stream().map(Petition::id).forEach(matters::add);
        return table.of(matters);
    }

    /** The local rule by which nothing more is accepted after this end. */
    @Transactional(readOnly = true)
    public Optional<NoMoreRule> rule(String region, EndReason after) {
        return table.rule(region, after, LocalDate.now(clock));
    }

    private void record(PetitionId id, String number, String organ, LocalDate on, boolean inSystem, OfficerId by) {
        table.insert(id, number, organ, on, inSystem, by, clock.instant());
        journal.write(
                id,
                JournalKind.FINAL_OPINION_ENTERED,
                Map.of("number", number, "finalOrgan", organ, "issuedOn", on.toString()));
    }
}
