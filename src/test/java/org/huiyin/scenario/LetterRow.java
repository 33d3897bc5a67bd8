package org.huiyin.scenario;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.huiyin.testkit.Time;

/** One letter of an import file, as it stands there. */
record LetterRow(List<String> cells, Instant receivedAt) {
    static final List<String> HEADER = List.of(
            "title",
            "content",
            "channel",
            "receivedAt",
            "petitionerName",
            "phone",
            "address",
            "place",
            "subject",
            "sourceRef");

    boolean speaksOf(String word) {
        return cells.get(0).contains(word)
                || cells.get(1).contains(word)
                || cells.get(8).contains(word);
    }

    /** The letters of a file, the oldest first. */
    static List<LetterRow> read(Path file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser csv = CSVParser.parse(text, format)) {
            return csv.stream()
                    .map(line -> new LetterRow(HEADER.stream().map(line::get).toList(), time(line.get("receivedAt"))))
                    .sorted(Comparator.comparing(LetterRow::receivedAt))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] csv(List<LetterRow> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(HEADER);
            for (LetterRow row : rows) {
                csv.printRecord(row.cells());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Instant time(String written) {
        if (written.length() == "2026-03-02".length()) {
            return LocalDate.parse(written).atStartOfDay(Time.BEIJING).toInstant();
        }
        return written.contains("T")
                ? OffsetDateTime.parse(written).toInstant()
                : LocalDateTime.parse(written.replace(' ', 'T'))
                        .atZone(Time.BEIJING)
                        .toInstant();
    }

    @Override
    public String toString() {
        return "LetterRow[" + receivedAt + "]";
    }
}
