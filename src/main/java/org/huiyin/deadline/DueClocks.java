package org.huiyin.deadline;

import java.time.Clock;
import java.util.List;
import org.huiyin.casefile.CaseFile;
import org.huiyin.deadline.ClockTable.DueWatch;
import org.huiyin.engine.DueTogether;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Watches whose lamp is due to turn: fifty thousand may be due in the same second of a morning. */
@Component
class DueClocks implements DueTogether {
    private final ClockTable clocks;
    private final CaseFile caseFile;
    private final Clock time;

    DueClocks(ClockTable clocks, CaseFile caseFile, Clock time) {
        this.clocks = clocks;
        this.caseFile = caseFile;
        this.time = time;
    }

    @Override
    public String processKey() {
        return DeadlineProcess.ID;
    }

    @Override
    public List<String> others(int atMost) {
        List<DueWatch> due = clocks.lockDue(time.instant(), atMost);
        List<PetitionId> petitions =
                due.stream().map(DueWatch::petition).distinct().toList();
        if (!petitions.isEmpty()) {
            caseFile.lockAll(petitions);
            clocks.readAhead(petitions);
        }
        return due.stream().map(DueWatch::watch).toList();
    }
}
