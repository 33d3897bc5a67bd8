package org.huiyin.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bars of the design, printed as a table and written to target/benchmark/result.json. */
final class Bars {
    private static final Path RESULT = Path.of("target", "benchmark", "result.json");

    /** Of all benchmarks of the run: each writes the table anew with its own rows added. */
    private static final List<Map<String, Object>> ROWS = new ArrayList<>();

    void add(String bar, double value, String unit, String reference, String target, boolean met) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("bar", bar);
        row.put("value", Math.round(value * 100) / 100.0);
        row.put("unit", unit);
        row.put("reference", reference);
        row.put("target", target);
        row.put("met", met);
        ROWS.add(row);
    }

    void write() throws IOException {
        StringBuilder table = new StringBuilder(
                "\n%-52s %10s %-22s %-44s %-18s %s%n".formatted("bar", "value", "unit", "reference", "target", "met"));
        for (Map<String, Object> row : ROWS) {
            table.append("%-52s %10s %-22s %-44s %-18s %s%n"
                    .formatted(
                            row.get("bar"),
                            row.get("value"),
                            row.get("unit"),
                            row.get("reference"),
                            row.get("target"),
                            row.get("met")));
        }
        System.out.println(table);
        Files.createDirectories(RESULT.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(RESULT.toFile(), ROWS);
    }
}
