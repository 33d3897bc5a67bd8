package org.huiyin.notice;

import java.util.HashMap;
import java.util.Map;

/** Complete invented content for each kind of paper. */
final class Contents {
    private static final Map<String, String> ORGANS = Map.of(
            "receivingOrgan", "binjiangHousingBureau",
            "proposedOrgan", "binjiangUrbanManagement",
            "sender", "cityPetitionBureau",
            "objectingOrgan", "binjiangHousingBureau",
            "disciplineBody", "cityDiscipline");
    private static final Map<String, String> DATES =
            Map.of("acceptedOn", "2026-03-02", "dueOn", "2026-05-01", "extendedTo", "2026-05-31");

    private Contents() {}

    static Map<String, String> of(PaperKind kind) {
        Map<String, String> content = new HashMap<>();
        for (PaperField field : kind.mandatory()) {
            String invented = "「" + field.label() + "」的内容";
            content.put(field.key(), ORGANS.getOrDefault(field.key(), DATES.getOrDefault(field.key(), invented)));
        }
        return content;
    }
}
