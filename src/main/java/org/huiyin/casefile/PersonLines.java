package org.huiyin.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;

/** Several people as they are typed or pasted from a sheet: one a line, first the name, then what is known of him. */
public final class PersonLines {
    private static final Pattern LINES = Pattern.compile("[\\n；;]");
    private static final Pattern CELLS = Pattern.compile("[,，\\t]");
    private static final Pattern ID_NUMBER = Pattern.compile("[0-9]{17}[0-9Xx]|[0-9]{15}");
    private static final Pattern DIGITS = Pattern.compile("[+0-9][-0-9 ()（）转－—]*");

    private PersonLines() {}

    /** Every wrong line is named by its number, under the field the text was typed into. */
    public static List<Person> read(String field, String label, String text, PersonRole role) {
        List<Person> people = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        int number = 0;
        for (String line : LINES.split(text.replace("\r", ""), -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                people.add(person(line, role));
            } catch (InvalidInput wrong) {
                String where = "第" + number + "行";
                wrong.errors()
                        .forEach(error -> errors.add(
                                new FieldError(field, label, where + "的" + error.label() + error.message())));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return people;
    }

    private static Person person(String line, PersonRole role) {
        String name = "";
        String phone = "";
        String idNumber = "";
        List<String> address = new ArrayList<>();
        boolean first = true;
        for (String raw : CELLS.split(line, -1)) {
            String cell = raw.strip();
            if (first) {
                name = cell;
                first = false;
            } else if (ID_NUMBER.matcher(cell).matches() && idNumber.isEmpty()) {
                idNumber = cell;
            } else if (DIGITS.matcher(cell).matches() && phone.isEmpty()) {
                phone = cell;
            } else if (!cell.isEmpty()) {
                address.add(cell);
            }
        }
        if (name.isEmpty() || DIGITS.matcher(name).matches()) {
            throw InvalidInput.of("petitionerName", "姓名", "没有写，一行一人，先写姓名，再写电话、住址，中间用逗号隔开。");
        }
        return new Person(
                name,
                phone,
                idNumber,
                String.join("，", address),
                PersonKind.CITIZEN,
                role,
                Optional.empty(),
                "",
                Optional.empty());
    }
}
