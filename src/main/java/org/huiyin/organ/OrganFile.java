package org.huiyin.organ;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The text of an organ file: CSV with three parts, each opened by a line {@code [机构]}, {@code [人员]} or {@code [职责]} and a line
 * of column headings. Lines beginning with # are remarks. Every value keeps the number of its line, so that an error can name it.
 */
final class OrganFile {
    enum Part {
        ORGANS("机构", "编号,名称,文号字头,类别,级别,行政区划代码,第一责任人", "块上级,条上级,复查机关,系统外复查机关,承接机关,电话,可受理,有效"),
        OFFICERS("人员", "编号,姓名,机构,职务,角色", "有效"),
        DUTIES("职责", "机构,内容分类,事项", "");

        private final String title;
        private final String required;
        private final String optional;

        Part(String title, String required, String optional) {
            this.title = title;
            this.required = required;
            this.optional = optional;
        }

        List<String> required() {
            return List.of(required.split(",", -1));
        }

        boolean knows(String column) {
            return required().contains(column)
                    || List.of(optional.split(",", -1)).contains(column);
        }
    }

    /** One row with its line number; columns that are missing or empty have no entry. */
    record Row(int line, Map<String, String> cells) {
        Optional<String> cell(String column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Map<Part, List<Row>> rows = new EnumMap<>(Part.class);
    private final OrganFileProblems problems;

    private OrganFile(OrganFileProblems problems) {
        this.problems = problems;
        for (Part part : Part.values()) {
            rows.put(part, new ArrayList<>());
        }
    }

    static OrganFile parse(String text, OrganFileProblems problems) {
        OrganFile file = new OrganFile(problems);
        file.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return file;
    }

    List<Row> rows(Part part) {
        return rows.getOrDefault(part, List.of());
    }

    private void read(String text) {
        Optional<Part> part = Optional.empty();
        List<String> headings = List.of();
        try (CSVParser lines = CSVParser.parse(text, FORMAT)) {
            for (CSVRecord line : lines) {
                int number = (int) lines.getCurrentLineNumber();
                List<String> cells = line.toList();
                if (cells.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (cells.get(0).startsWith("[")) {
                    part = part(cells.get(0), number);
                    headings = List.of();
                } else if (part.isEmpty()) {
                    problems.add(number, "", "应先写明部分名称，如 [机构]、[人员] 或 [职责]");
                } else if (headings.isEmpty()) {
                    headings = headings(part.get(), cells, number);
                } else {
                    rows(part.get()).add(row(number, headings, cells));
                }
            }
        } catch (IOException | UncheckedIOException broken) {
            problems.add(0, "", "不是可读的 CSV：" + broken.getMessage());
        }
    }

    private Optional<Part> part(String cell, int line) {
        for (Part part : Part.values()) {
            if (cell.equals("[" + part.title + "]")) {
                return Optional.of(part);
            }
        }
        problems.add(line, "", "“" + cell + "”不是部分名称，可写 [机构]、[人员] 或 [职责]");
        return Optional.empty();
    }

    private List<String> headings(Part part, List<String> cells, int line) {
        for (String column : cells) {
            if (!column.isEmpty() && !part.knows(column)) {
                problems.add(line, column, "不是“" + part.title + "”部分的列名");
            }
        }
        for (String column : part.required()) {
            if (!cells.contains(column)) {
                problems.add(line, column, "缺少这一列");
            }
        }
        return cells;
    }

    private Row row(int line, List<String> headings, List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (i >= headings.size() || headings.get(i).isEmpty()) {
                if (!cells.get(i).isEmpty()) {
                    problems.add(line, "", "第" + (i + 1) + "个值“" + cells.get(i) + "”没有对应的列名");
                }
            } else if (!cells.get(i).isEmpty()) {
                named.put(headings.get(i), cells.get(i));
            }
        }
        return new Row(line, named);
    }
}
