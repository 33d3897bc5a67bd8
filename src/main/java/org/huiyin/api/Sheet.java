package org.huiyin.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Labelled;

/** An import file as a table: its header says what each column is. */
record Sheet(List<String> header, List<Row> rows) {
    static final int MOST_ROWS = 50_000;

    /** What the file of rejected rows adds; ignored when it comes back. */
    static final String LINE = "行号";

    static final String REASONS = "错误";

    /** A row with its number as a spreadsheet shows it: the header is row 1. */
    record Row(int line, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    /** Takes the first row as header; rows in which nothing is written are left out. */
    static Sheet of(Stream<Row> all) {
        List<String> header = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        all.forEach(row -> {
            if (header.isEmpty()) {
                header.addAll(checked(row));
            } else if (!row.isBlank()) {
                rows.add(row);
            }
            if (rows.size() > MOST_ROWS) {
                throw wrong("一次最多导入" + MOST_ROWS + "行，请拆成几个文件分别导入。");
            }
        });
        if (rows.isEmpty()) {
            throw wrong("文件里没有数据：第1行应为表头，从第2行起每行一件。");
        }
        return new Sheet(List.copyOf(header), List.copyOf(rows));
    }

    private static List<String> checked(Row row) {
        List<String> header = row.cells().stream().map(Sheet::name).toList();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (Column.named(name).isEmpty() && !isOurs(name)) {
                throw wrong("第1行有不认识的列“" + shortened(name) + "”，可以使用的列有：" + known() + "；其他列请先删去，以免内容丢失。");
            }
            if (column(name).isPresent()
                    && header.subList(0, i).stream().map(Sheet::column).anyMatch(column(name)::equals)) {
                throw wrong("第1行的列“" + name + "”重复，请只保留一列。");
            }
        }
        for (Column column : List.of(Column.CONTENT, Column.RECEIVED_AT)) {
            if (header.stream().map(Sheet::column).noneMatch(Optional.of(column)::equals)) {
                throw wrong("缺少“" + column.label() + "”（" + column.field() + "）列，请补上后重新导入。");
            }
        }
        return header;
    }

    /** What the row says in this column; empty where the file has no such column. */
    Optional<String> cell(Row row, int place) {
        return place >= 0 && place < row.cells().size()
                ? Optional.of(row.cells().get(place))
                : Optional.empty();
    }

    /** Where each column stands. */
    Map<Column, Integer> places() {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            int place = i;
            Column.named(header.get(i)).ifPresent(column -> places.put(column, place));
        }
        return places;
    }

    /** What this file calls the column. */
    String nameOf(Column column) {
        return header.stream()
                .filter(name -> column(name).equals(Optional.of(column)))
                .findFirst()
                .orElse(column.label());
    }

    static boolean isOurs(String name) {
        return name.equals(LINE) || name.equals(REASONS);
    }

    static InvalidInput wrong(String message) {
        return InvalidInput.of("file", "文件", message);
    }

    private static Optional<Column> column(String name) {
        return Column.named(name);
    }

    private static String name(String cell) {
        return cell.replace("\uFEFF", "").strip();
    }

    private static String known() {
        return Arrays.stream(Column.values()).map(Labelled::label).collect(Collectors.joining("、"));
    }

    private static String shortened(String name) {
        return name.length() > 20 ? name.substring(0, 20) + "…" : name;
    }
}
