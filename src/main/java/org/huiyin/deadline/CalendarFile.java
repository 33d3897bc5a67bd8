package org.huiyin.deadline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;

/**
 * The shape calendars are usually exchanged in: {@code {year, papers: [..], days: [{name, date, isOffDay}]}}, or a list of
 * such years. Only the shape is read here, with the line each value stands on; {@link CalendarRules} says what is wrong
 * with the days.
 */
final class CalendarFile {
    private static final int LONGEST = 1_000_000;

    private final JsonParser json;
    private final List<FieldError> errors;

    /** A value and the line of the file it stands on. */
    record Placed<T>(String field, int line, T value) {}

    record Day(
            String field,
            int line,
            Optional<Placed<String>> name,
            Optional<Placed<String>> date,
            Optional<Placed<Boolean>> isOffDay) {}

    record Year(String field, int line, Optional<Placed<Integer>> year, List<Placed<String>> papers, List<Day> days) {}

    private CalendarFile(JsonParser json, List<FieldError> errors) {
        this.json = json;
        this.errors = errors;
    }

    /** The years of the file; what has not the right shape is left out and told in {@code errors}. */
    static List<Year> read(String text, List<FieldError> errors) {
        if (text.length() > LONGEST) {
            throw InvalidInput.of("calendar", "日历文件", "过长，一年的日历一般不超过一万个字符，请检查是否选错文件。");
        }
        try (JsonParser json = new JsonFactory().createParser(text.replace("\uFEFF", ""))) {
            return new CalendarFile(json, errors).years();
        } catch (JsonParseException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw InvalidInput.of("calendar", "日历文件", "第" + line + "行附近不是可以读懂的 JSON，请检查括号、引号和逗号。");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Year> years() throws IOException {
        List<Year> years = new ArrayList<>();
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_OBJECT) {
            years.add(year(""));
        } else if (first == JsonToken.START_ARRAY) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                years.add(year("[" + years.size() + "]."));
            }
        }
        if (years.isEmpty() || json.nextToken() != null) {
            throw InvalidInput.of("calendar", "日历文件", "应为一年的日历 {\"year\":…,\"papers\":[…],\"days\":[…]}，或者若干年日历的列表。");
        }
        return years;
    }

    private Year year(String prefix) throws IOException {
        int line = line();
        Optional<Placed<Integer>> year = Optional.empty();
        List<Placed<String>> papers = new ArrayList<>();
        List<Day> days = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "year" -> year = number(prefix + name, "年份");
                case "papers" -> papers.addAll(texts(prefix + name));
                case "days" -> days.addAll(days(prefix + name));
                default -> other(prefix, name);
            }
        }
        return new Year(prefix, line, year, papers, days);
    }

    private List<Placed<String>> texts(String field) throws IOException {
        List<Placed<String>> texts = new ArrayList<>();
        if (!isList(field, "来源通知")) {
            return texts;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            text(field + "[" + texts.size() + "]", "来源通知").ifPresent(texts::add);
        }
        return texts;
    }

    private List<Day> days(String field) throws IOException {
        List<Day> days = new ArrayList<>();
        if (!isList(field, "日期列表")) {
            return days;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String one = field + "[" + days.size() + "]";
            if (json.currentToken() == JsonToken.START_OBJECT) {
                days.add(day(one));
            } else {
                wrong(one, "日期", "应为 {\"name\":…,\"date\":…,\"isOffDay\":…}。");
            }
        }
        return days;
    }

    private Day day(String field) throws IOException {
        int line = line();
        Optional<Placed<String>> name = Optional.empty();
        Optional<Placed<String>> date = Optional.empty();
        Optional<Placed<Boolean>> isOffDay = Optional.empty();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "name" -> name = text(field + ".name", "节日名称");
                case "date" -> date = text(field + ".date", "日期");
                case "isOffDay" -> isOffDay = flag(field + ".isOffDay");
                default -> other(field + ".", key);
            }
        }
        return new Day(field, line, name, date, isOffDay);
    }

    private Optional<Placed<Integer>> number(String field, String label) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getText().length() <= 4) {
            return Optional.of(new Placed<>(field, line(), json.getIntValue()));
        }
        wrong(field, label, "应为四位数字。");
        return Optional.empty();
    }

    private Optional<Placed<String>> text(String field, String label) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return Optional.of(new Placed<>(field, line(), json.getText()));
        }
        wrong(field, label, "应为引号里的文字。");
        return Optional.empty();
    }

    private Optional<Placed<Boolean>> flag(String field) throws IOException {
        if (json.currentToken().isBoolean()) {
            return Optional.of(new Placed<>(field, line(), json.getBooleanValue()));
        }
        wrong(field, "是否放假", "应为 true（放假）或者 false（调休上班）。");
        return Optional.empty();
    }

    private boolean isList(String field, String label) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            return true;
        }
        wrong(field, label, "应为方括号里的列表。");
        return false;
    }

    /** Names that begin with a dollar sign speak of the file itself ({@code $schema}, {@code $id}). */
    private void other(String prefix, String name) throws IOException {
        if (!name.startsWith("$")) {
            String shown = name.length() > 30 ? name.substring(0, 30) + "…" : name;
            wrong(prefix + shown, "日历文件", "没有“" + shown + "”这一项，只收 year、papers、days 和其中的 name、date、isOffDay。");
        }
        json.skipChildren();
    }

    private void wrong(String field, String label, String message) throws IOException {
        errors.add(at(field, line(), label, message));
        json.skipChildren();
    }

    static FieldError at(String field, int line, String label, String message) {
        return new FieldError(field, "第" + line + "行 " + label, message);
    }

    private int line() {
        return json.currentTokenLocation().getLineNr();
    }
}
