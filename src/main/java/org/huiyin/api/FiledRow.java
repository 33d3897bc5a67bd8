package org.huiyin.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huiyin.casefile.CaseLists;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonLines;
import org.huiyin.casefile.PersonRole;
import org.huiyin.casefile.Registration;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A letter as one row of a file gives it: the same facts as in {@link FiledLetter}, each in a column. */
record FiledRow(Function<Column, String> cells) {
    Registration registration(Instant whenNoneIsGiven, CaseLists.Now lists) {
        List<FieldError> errors = new ArrayList<>();
        List<FiledPerson> others = others(errors);
        Integer visitors = number(Column.VISITOR_COUNT, errors);
        Integer affected = number(Column.AFFECTED_COUNT, errors);
        Optional<Registration> made = Optional.empty();
        try {
            made = Optional.of(letter(others, visitors, affected).registration(whenNoneIsGiven, lists));
        } catch (InvalidInput wrong) {
            errors.addAll(wrong.errors());
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return made.orElseThrow();
    }

    private FiledLetter letter(List<FiledPerson> others, @Nullable Integer visitors, @Nullable Integer affected) {
        return new FiledLetter(
                cell(Column.TITLE),
                cell(Column.CONTENT),
                cell(Column.CHANNEL),
                cell(Column.RECEIVED_AT),
                cell(Column.PETITIONER_NAME),
                cell(Column.PHONE),
                null,
                cell(Column.ADDRESS),
                cell(Column.PLACE),
                cell(Column.SUBJECT),
                null,
                null,
                null,
                cell(Column.SOURCE_REF),
                cell(Column.PETITIONER_KIND),
                others,
                written(Column.PROXY_NAME, Column.PROXY_PHONE, Column.PROXY_RELATION, Column.PROXY_AUTHORITY)
                        ? new FiledLetter.Proxy(
                                cell(Column.PROXY_NAME),
                                cell(Column.PROXY_PHONE),
                                null,
                                cell(Column.PROXY_RELATION),
                                cell(Column.PROXY_AUTHORITY))
                        : null,
                written(Column.CREDIT_CODE, Column.ENTERPRISE_SIZE)
                        ? new FiledLetter.Enterprise(cell(Column.CREDIT_CODE), cell(Column.ENTERPRISE_SIZE))
                        : null,
                cell(Column.SOURCE),
                written(Column.DEPUTY_NAME) ? new FiledLetter.Deputy(cell(Column.DEPUTY_NAME), null, null) : null,
                List.of(cell(Column.TOPICS).split("[,，、;；]")),
                cell(Column.REGION),
                visitors,
                affected,
                null,
                null,
                null,
                List.of(cell(Column.PROCEEDINGS).split("[,，、;；]")));
    }

    private List<FiledPerson> others(List<FieldError> errors) {
        Column column = Column.CO_PETITIONERS;
        try {
            return PersonLines.read(column.field(), column.label(), cell(column), PersonRole.CO_PETITIONER).stream()
                    .map(FiledRow::filed)
                    .toList();
        } catch (InvalidInput wrong) {
            errors.addAll(wrong.errors());
            return List.of();
        }
    }

    private static FiledPerson filed(Person person) {
        return new FiledPerson(
                person.name(),
                person.phone(),
                person.idNumber(),
                person.address(),
                null,
                person.role().name(),
                null,
                null,
                null,
                null);
    }

    private @Nullable Integer number(Column column, List<FieldError> errors) {
        String written = cell(column).strip();
        if (written.isEmpty()) {
            return null;
        }
        if (!written.matches("\\d{1,8}")) {
            errors.add(new FieldError(column.field(), column.label(), "应为整数。"));
            return null;
        }
        return Integer.valueOf(written);
    }

    private boolean written(Column... columns) {
        for (Column column : columns) {
            if (!cell(column).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private String cell(Column column) {
        return cells.apply(column);
    }

    @Override
    public String toString() {
        return "FiledRow";
    }
}
