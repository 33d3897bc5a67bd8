package org.huiyin.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.casefile.AccusedParty;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.Option;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** 被反映人、被反映单位: the same three fields in every form of registration. */
@Component
class AccusedForm {
    private final Organs organs;

    AccusedForm(Organs organs) {
        this.organs = organs;
    }

    Map<String, Object> with(Supplier<Map<String, Object>> defaults) {
        Map<String, Object> all = new HashMap<>(defaults.get());
        List<Option> units = organs.all().stream()
                .map(organ -> new Option(organ.id().value(), organ.name()))
                .toList();
        all.put("accusedOrgans", units);
        return all;
    }

    Optional<AccusedParty> read(FormInput input) {
        if (!input.asks("accusedOrgan")
                || (input.maybeOrgan("accusedOrgan").isEmpty()
                        && input.maybeText("accusedName").isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new AccusedParty(
                input.maybeOrgan("accusedOrgan"),
                input.maybeText("accusedName").orElse(""),
                input.maybeText("accusedPost").orElse("")));
    }
}
