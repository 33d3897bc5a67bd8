package org.huiyin.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.casefile.CleanText;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;

/** What is to be said in one paper: cleaned, complete for its kind, and nothing beside. */
record PaperContent(Map<String, String> values) {
    private static final int LONGEST = 100_000;

    static PaperContent of(PaperKind kind, Map<String, String> given, UnaryOperator<String> organName) {
        refuseUnknown(kind, given.keySet());
        Map<String, String> values = new HashMap<>();
        for (PaperField field : fields(kind)) {
            String text = CleanText.of(field.key(), field.label(), given.getOrDefault(field.key(), ""), LONGEST);
            values.put(field.key(), field.namesAnOrgan() ? organName.apply(text) : text);
        }
        refuseIncomplete(kind, values);
        return new PaperContent(values);
    }

    private static List<PaperField> fields(PaperKind kind) {
        return Stream.concat(kind.mandatory().stream(), kind.optional().stream())
                .toList();
    }

    private static void refuseUnknown(PaperKind kind, Set<String> keys) {
        Set<String> known = fields(kind).stream().map(PaperField::key).collect(Collectors.toSet());
        if (!known.containsAll(keys)) {
            throw new IllegalArgumentException(kind + " has the fields " + known + ", not " + keys);
        }
    }

    private static void refuseIncomplete(PaperKind kind, Map<String, String> values) {
        List<FieldError> missing = new ArrayList<>();
        for (PaperField field : kind.mandatory()) {
            if (values.getOrDefault(field.key(), "").isEmpty()) {
                missing.add(new FieldError(field.key(), field.label(), "《" + kind.label() + "》必须写明，请补充。"));
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
    }
}
