package org.huiyin.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows of the ledger in an XLSX file. Every cell is text, so that nothing typed by anybody is ever a formula. */
final class LedgerWorkbook implements AutoCloseable {
    private static final int ROWS_OF_A_SHEET = 500_000;
    private static final int FLUSHED_AT = 500;

    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int rowOfSheet;
    private int rows;
    private int sealedRows;

    LedgerWorkbook(OutputStream to) {
        this.workbook = new Workbook(to, "回音", "1.0");
        this.sheet = newSheet();
    }

    void add(LedgerRow row) {
        if (rowOfSheet > ROWS_OF_A_SHEET) {
            finish();
            sheet = newSheet();
        }
        write(row.cells());
        rows++;
        sealedRows += row.sealed() ? 1 : 0;
    }

    int rows() {
        return rows;
    }

    int sealedRows() {
        return sealedRows;
    }

    private Worksheet newSheet() {
        Worksheet made = workbook.newWorksheet(sheets == 0 ? "台账" : "台账" + (sheets + 1));
        sheets++;
        rowOfSheet = 0;
        made.freezePane(0, 1);
        sheet = made;
        write(LedgerRow.HEADS);
        return made;
    }

    private void write(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(rowOfSheet, column, cells.get(column));
            }
        }
        rowOfSheet++;
        if (rowOfSheet % FLUSHED_AT == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void finish() {
        try {
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
