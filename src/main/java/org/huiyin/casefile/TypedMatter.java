package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in a registration form so far, unchecked; every field may be missing, the keys are those of the form. */
public record TypedMatter(
        @Nullable String petitionerName,
        @Nullable String phone,
        @Nullable String idNumber,
        @Nullable String address,
        @Nullable String title,
        @Nullable String content,
        @Nullable String place,
        @Nullable String subject,
        @Nullable String sourceRef) {
    public Probe probe() {
        return new Probe(
                Optional.empty(),
                List.of(new Probe.Who(text(petitionerName), text(phone), text(idNumber), text(address))),
                text(title),
                text(content),
                text(place),
                text(subject),
                Optional.ofNullable(sourceRef));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** Never prints what was typed. */
    @Override
    public String toString() {
        return "TypedMatter";
    }
}
