package org.huiyin.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Registered;
import org.huiyin.casefile.Registration;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Petitions that come in bulk: entered in the register at once, so that each has its number when the caller is answered, and
 * their lives begun behind it, batch by batch, by petitionImport.bpmn.
 */
@Service
@Transactional
public class Imports {
    static final int BATCH = 100;

    private final CaseFile cases;
    private final Intake intake;
    private final ImportedPetitionTable imported;
    private final IntakeProcess process;
    private final Clock clock;

    Imports(CaseFile cases, Intake intake, ImportedPetitionTable imported, IntakeProcess process, Clock clock) {
        this.cases = cases;
        this.intake = intake;
        this.imported = imported;
        this.process = process;
        this.clock = clock;
    }

    /** Registers the rows in their order; a row registered before is answered with its number and begins nothing. */
    @Article("21")
    public List<Registered> registerAll(String importId, List<Registration> rows, OrganId organ, OfficerId by) {
        List<Registered> registered = cases.registerAll(rows, organ, by);
        List<ImportedPetition> waiting = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!registered.get(i).isDuplicate()) {
                waiting.add(new ImportedPetition(
                        registered.get(i).petition(), organ, rows.get(i).receivedAt()));
            }
        }
        imported.insert(importId, waiting);
        return registered;
    }

    /** Begins the lives of what was registered under this import, in the background; called once when all its rows are in. */
    public void start(String importId) {
        process.startImport(importId);
    }

    @Transactional(readOnly = true)
    public ImportProgress progress(String importId) {
        return imported.progress(importId);
    }

    /** Begins the next lives; true when none is left. A row is begun once, however often its batch is repeated. */
    boolean startBatch(String importId) {
        List<ImportedPetition> batch = imported.lockWaiting(importId, BATCH);
        for (ImportedPetition row : batch) {
            intake.startSorting(row.petition(), row.organ(), row.receivedAt());
            process.startLife(row.petition(), row.organ());
        }
        imported.started(batch, clock.instant());
        return imported.progress(importId).isDone();
    }
}
