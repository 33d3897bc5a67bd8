package org.huiyin.recusal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.StandIns;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of 回避 (article 28). Whoever is excused has nothing to do with the petition from the moment of the decision; who
 * takes over is named by the head, or it is offered to the others of the organ.
 */
@Service
@Transactional
@Article("28")
public class Recusals {
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 500;

    private final CaseFile cases;
    private final Bars bars;
    private final StandIns standIns;
    private final Journal journal;
    private final RecusalTable table;
    private final RecusalProcess process;
    private final EngineGateway gateway;
    private final Clock clock;

    Recusals(
            CaseFile cases,
            Bars bars,
            StandIns standIns,
            Journal journal,
            RecusalTable table,
            RecusalProcess process,
            EngineGateway gateway,
            Clock clock) {
        this.cases = cases;
        this.bars = bars;
        this.standIns = standIns;
        this.journal = journal;
        this.table = table;
        this.process = process;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Every request of this petition, the oldest first; who may read them is decided by the caller. */
    @Transactional(readOnly = true)
    public List<Recusal> of(PetitionId id) {
        return table.of(id);
    }

    /** An officer asks to be excused himself. */
    public void declare(PetitionId id, OfficerId officer, String reason) {
        Petition petition = cases.lock(id);
        String why = reason(reason);
        request(petition, officer, RecusalOrigin.DECLARED, why);
        journal.write(id, officer, JournalKind.RECUSAL_DECLARED, Map.of("person", officer.value()), Optional.of(why));
    }

    /** The petitioner asks for it, of the officer who answers for his matter; by his query code, which the caller has checked. */
    public void ask(PetitionId id, String reason) {
        Petition petition = cases.lock(id);
        String why = reason(reason);
        OfficerId handler = petition.person()
                .filter(person -> !petition.sealed())
                .orElseThrow(() -> InvalidInput.of("reason", "申请回避", "目前还没有明确承办人，明确之后再申请。"));
        request(petition, handler, RecusalOrigin.ASKED, why);
        journal.write(
                id,
                JournalEntry.PETITIONER,
                JournalKind.RECUSAL_ASKED,
                Map.of("person", handler.value()),
                Optional.of(why));
    }

    /** Whether the petitioner can ask now: somebody answers for the matter, and no request about him waits. */
    @Transactional(readOnly = true)
    public boolean mayAsk(Petition petition) {
        return petition.isOpen()
                && !petition.sealed()
                && petition.person()
                        .filter(person -> table.of(petition.id()).stream()
                                .noneMatch(
                                        open -> open.isOpen() && open.officer().equals(person)))
                        .isPresent();
    }

    /** Who can take over from an officer of this organ. */
    @Transactional(readOnly = true)
    List<Officer> successors(Recusal request) {
        return standIns.successorsOf(request.petition(), request.officer());
    }

    @Transactional(readOnly = true)
    Recusal get(PetitionId id, int request) {
        return table.of(id).stream()
                .filter(one -> one.id() == request)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("petition " + id + " has no request " + request));
    }

    void decide(PetitionId id, int number, RecusalDecision decision, OfficerId by) {
        cases.lock(id);
        Recusal request = get(id, number);
        if (by.equals(request.officer())) {
            throw InvalidInput.of("decision", "决定", "不能决定本人是否回避，请报上级机关决定。");
        }
        boolean granted = decision.state() == RecusalState.GRANTED;
        Optional<OfficerId> successor = decision.successor().filter(chosen -> granted);
        successor.ifPresent(chosen -> {
            if (successors(request).stream().noneMatch(officer -> officer.id().equals(chosen))) {
                throw InvalidInput.of("successor", "接办人", "不能接办这件事项，请从列表中选择。");
            }
        });
        String why = reason("decisionReason", "决定理由", decision.reason());
        table.decide(request, decision.state(), why, by, clock.instant());
        Map<String, String> facts = Map.of("person", request.officer().value());
        journal.write(id, granted ? JournalKind.RECUSAL_GRANTED : JournalKind.RECUSAL_REFUSED, facts, Optional.of(why));
        if (granted) {
            successor.ifPresent(chosen -> standIns.handOver(id, request.officer(), chosen));
            bars.recuse(id, request.officer());
        }
    }

    private void request(Petition petition, OfficerId officer, RecusalOrigin origin, String why) {
        PetitionId id = petition.id();
        if (petition.isDraft() || !petition.isOpen()) {
            throw InvalidInput.of("reason", "申请回避", "这件事项尚未登记或者已经办结。");
        }
        if (table.of(id).stream()
                .anyMatch(open -> open.isOpen() && open.officer().equals(officer))) {
            throw InvalidInput.of("reason", "申请回避", "已有一份申请正在等待决定。");
        }
        OfficerId decider = standIns.judgeOf(petition, officer)
                .orElseThrow(() -> InvalidInput.of("reason", "申请回避", "本系统中没有可以决定的负责人，请以书面形式报上级机关。"));
        Recusal request = table.insert(id, officer, origin, why, decider, clock.instant());
        if (origin == RecusalOrigin.ASKED) {
            gateway.asSystem(() -> process.requested(id, request.id(), decider));
        } else {
            process.requested(id, request.id(), decider);
        }
    }

    private static String reason(String raw) {
        return reason("reason", "申请理由", raw);
    }

    private static String reason(String field, String label, String raw) {
        String why = CleanText.of(field, label, raw, LONGEST_REASON);
        if (why.length() < SHORTEST_REASON) {
            throw InvalidInput.of(field, label, "必须填写，至少2个字。");
        }
        return why;
    }
}
