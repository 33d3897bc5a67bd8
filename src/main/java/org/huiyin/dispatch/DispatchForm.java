package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.Option;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Component;

/** How the forms of dispatch open and are read. */
@Component
class DispatchForm {
    private final Organs organs;
    private final Accusations accusations;
    private final Clock clock;

    DispatchForm(Organs organs, Accusations accusations, Clock clock) {
        this.organs = organs;
        this.accusations = accusations;
        this.clock = clock;
    }

    Map<String, Object> forwardDefaults(OrganId sender) {
        return Map.of("organs", receiversBut(sender));
    }

    Map<String, Object> signInDefaults(OrganId organ) {
        List<Option> handlers = organs.officers(organ, Role.HANDLE).stream()
                .map(officer -> new Option(officer.id().value(), officer.name()))
                .toList();
        return Map.of("handlers", handlers, "organs", receiversBut(organ));
    }

    Map<String, Object> transferDefaults() {
        return Map.of(
                "bodies",
                accusations.bodies().stream().map(DispatchForm::option).toList());
    }

    Map<String, Object> receiptDefaults() {
        return Map.of("receivedOn", LocalDate.now(clock));
    }

    Objection objection(FormInput input) {
        return new Objection(input.text("objectionReason"), input.organ("proposedOrgan"));
    }

    private List<Option> receiversBut(OrganId organ) {
        return organs.receivers().stream()
                .filter(receiver -> !receiver.id().equals(organ))
                .map(DispatchForm::option)
                .toList();
    }

    private static Option option(Organ organ) {
        return new Option(organ.id().value(), organ.name());
    }
}
