package org.huiyin.casefile;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;

/** The fields of one record as a person typed them; says everything that is wrong at once. */
final class Typed {
    private final List<FieldError> errors = new ArrayList<>();

    /** One line: breaks and tabs become blanks. */
    String line(String field, String label, String raw, int longest) {
        return text(field, label, raw.replaceAll("[\\s\\u3000]+", " "), longest);
    }

    String text(String field, String label, String raw, int longest) {
        String text = CleanText.of(raw);
        if (CleanText.hasControlCharacters(text)) {
            wrong(field, label, "含有无法显示的控制字符，请删除后重新填写。");
        }
        if (text.length() > longest) {
            wrong(field, label, CleanText.tooLong(text, longest));
        }
        return text;
    }

    void must(boolean holds, String field, String label, String message) {
        if (!holds) {
            wrong(field, label, message);
        }
    }

    void wrong(String field, String label, String message) {
        errors.add(new FieldError(field, label, message));
    }

    void refuseWrong() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
