package org.huiyin.desk;

import java.util.List;
import java.util.Set;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Procedure;
import org.huiyin.simplified.SimplifiedProcedure;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办理程序 in the case file: by which one the matter is handled, why it was changed, and the way back to the ordinary one. */
@Service
class ProcedureDesk {
    private static final Set<JournalKind> LEFT = Set.of(JournalKind.SIMPLIFIED_DROPPED, JournalKind.BACK_TO_ORDINARY);

    private final CaseAccess access;
    private final Journal journal;
    private final Deadlines deadlines;
    private final SimplifiedProcedure simplified;
    private final EngineGateway engine;

    /**
     * As the panel shows it; empty strings are not shown.
     *
     * @param mayLeave the reader may take the matter back to the ordinary procedure
     * @param endsTask whoever does so has a new task instead of the one at hand
     */
    record Page(String procedure, String changed, boolean mayLeave, boolean endsTask) {}

    ProcedureDesk(
            CaseAccess access,
            Journal journal,
            Deadlines deadlines,
            SimplifiedProcedure simplified,
            EngineGateway engine) {
        this.access = access;
        this.journal = journal;
        this.deadlines = deadlines;
        this.simplified = simplified;
        this.engine = engine;
    }

    @Transactional(readOnly = true)
    Page beside(OfficerId officer, TaskAtHand task) {
        return page(officer, access.beside(officer, task.petition()).orElseThrow(() -> new NoRight("您没有查看这件事项的权限。")));
    }

    @Transactional(readOnly = true)
    Page of(OfficerId officer, PetitionId id) {
        return page(officer, access.readable(officer, id));
    }

    @Transactional
    void leave(OfficerId officer, PetitionId id, String reason) {
        access.readable(officer, id);
        engine.as(officer, () -> simplified.toOrdinary(id, reason, officer));
    }

    private Page page(OfficerId officer, Petition petition) {
        return new Page(
                petition.procedure().map(now -> words(petition, now)).orElse(""),
                petition.sealed() ? "" : changed(journal.of(petition.id())),
                simplified.mayLeave(petition.id(), officer),
                isAccepted(petition));
    }

    /** What was marked when it was sorted is decided by the organ that accepts it. */
    private String words(Petition petition, Procedure now) {
        boolean marked = now == Procedure.SIMPLIFIED && !isAccepted(petition);
        return marked ? now.label() + "（拟适用，由承办单位受理时决定）" : now.label();
    }

    private boolean isAccepted(Petition petition) {
        return deadlines.find(petition.id(), ClockKind.D10).isPresent();
    }

    private static String changed(List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry -> LEFT.contains(entry.kind()))
                .reduce((first, last) -> last)
                .map(entry -> entry.kind().label() + "。理由：" + entry.typed().orElse(""))
                .orElse("");
    }
}
