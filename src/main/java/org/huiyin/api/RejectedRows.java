package org.huiyin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.huiyin.api.ImportAnswer.Wrong;
import org.huiyin.api.ImportTable.ImportRow;
import org.huiyin.api.ImportTable.RejectedRow;
import org.springframework.stereotype.Component;

/** Rows that could not be registered: kept sealed, and given back as a file to correct and send again. */
@Component
class RejectedRows {
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ImportTable table;
    private final SealedText sealed;
    private final ObjectMapper json;

    RejectedRows(ImportTable table, SealedText sealed, ObjectMapper json) {
        this.table = table;
        this.sealed = sealed;
        this.json = json;
    }

    RejectedRow sealed(String importId, Sheet.Row row, List<Wrong> errors) {
        String reasons = errors.stream()
                .map(wrong -> wrong.column() + "：" + wrong.reason())
                .collect(Collectors.joining(" "));
        return new RejectedRow(row.line(), sealed.close(write(row.cells()), place(importId, row.line())), reasons);
    }

    String header(Sheet sheet) {
        return write(sheet.header());
    }

    /** The file as it came, only its bad rows, with the reasons beside; spreadsheets know the encoding by its mark. */
    String csv(ImportRow imported) {
        List<String> header = read(imported.header());
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
            csv.printRecord(row(header, header, Sheet.LINE, Sheet.REASONS));
            for (RejectedRow bad : table.rejected(imported.id())) {
                List<String> cells = read(sealed.open(bad.cells(), place(imported.id(), bad.line())));
                csv.printRecord(row(header, cells, String.valueOf(bad.line()), bad.reasons()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(List<String> header, List<String> cells, String line, String reasons) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < Math.max(header.size(), cells.size()); i++) {
            if (i >= header.size() || !Sheet.isOurs(header.get(i))) {
                row.add(i < cells.size() ? Formula.asText(cells.get(i)) : "");
            }
        }
        row.add(line);
        row.add(Formula.asText(reasons));
        return row;
    }

    private static String place(String importId, int line) {
        return "rejected row " + line + " of " + importId;
    }

    private String write(List<String> cells) {
        try {
            return json.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> read(String cells) {
        try {
            return json.readValue(cells, CELLS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
