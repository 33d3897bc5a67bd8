package org.huiyin.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.ledger.LedgerTable.Placed;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger to be read page by page, and to be taken out as a file by those who may. */
@Service
public class Ledger {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int PAGE = 50;

    private final LedgerTable table;
    private final MatterFilters filters;
    private final Rights rights;
    private final Clock clock;
    private final ObjectMapper json;

    Ledger(LedgerTable table, MatterFilters filters, Rights rights, Clock clock, ObjectMapper json) {
        this.table = table;
        this.filters = filters;
        this.rights = rights;
        this.clock = clock;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public LedgerPage page(LedgerRequest asked, OfficerId reader) {
        LedgerQuery query = query(asked);
        List<Placed> found = table.page(query, LedgerReach.toRead(rights, reader), PAGE + 1, clock.instant());
        List<LedgerRow> rows = found.stream().limit(PAGE).map(Placed::row).toList();
        return new LedgerPage(rows, found.size() <= PAGE ? Optional.empty() : Optional.of(next(found.get(PAGE - 1))));
    }

    /** The name of the file tells the day and nothing of anybody. */
    public static String disposition(LocalDate on) {
        return "attachment; filename=\"ledger-" + on + ".xlsx\"";
    }

    public boolean mayExport(OfficerId who) {
        return rights.mayAnywhere(who, Right.EXPORT_LEDGER);
    }

    /** On record before the first row leaves; what was written in the end is {@link #export}'s to tell. */
    @Transactional
    public long beginExport(LedgerRequest asked, OfficerId who) {
        rights.require(who, Right.EXPORT_LEDGER);
        LedgerQuery query = query(asked);
        try {
            return table.begin(who, clock.instant(), json.writeValueAsString(query.recorded()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows he may take out, in a workbook, written as they are read: no more of them in memory than a few hundred. */
    @Transactional
    public void export(long begun, LedgerRequest asked, OfficerId who, OutputStream to) {
        rights.require(who, Right.EXPORT_LEDGER);
        LedgerQuery query = query(asked);
        try (LedgerWorkbook workbook = new LedgerWorkbook(to)) {
            table.read(query, LedgerReach.toExport(rights, who), placed -> workbook.add(placed.row()));
            table.complete(begun, workbook.rows(), workbook.sealedRows(), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LedgerQuery query(LedgerRequest asked) {
        return LedgerQuery.of(
                asked,
                filters.of(
                        asked.lamp(),
                        asked.source(),
                        asked.enterprise(),
                        asked.topic(),
                        asked.region(),
                        asked.urgent()));
    }

    private static String next(Placed last) {
        return new LedgerQuery.Cursor(last.place(), new PetitionId(last.row().number())).text();
    }
}
