package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.Option;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Component;

/** How the forms of dispatch open and are read. */
@Component
class DispatchForm {
    private final Dispatch dispatch;
    private final Arbitration arbitration;
    private final Organs organs;
    private final Accusations accusations;
    private final Clock clock;

    DispatchForm(Dispatch dispatch, Arbitration arbitration, Organs organs, Accusations accusations, Clock clock) {
        this.dispatch = dispatch;
        this.arbitration = arbitration;
        this.organs = organs;
        this.accusations = accusations;
        this.clock = clock;
    }

    /** The proposal stands in the form as if the dispatcher had typed it: one click takes it on, one choice overrules it. */
    Map<String, Object> forwardDefaults(PetitionId petition, OrganId sender) {
        Proposal proposal = dispatch.proposal(petition, sender);
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "organs",
                dispatch.receivers(petition, sender).stream()
                        .map(DispatchForm::option)
                        .toList());
        shown.put("transferKind", TransferKind.FORWARD.name());
        shown.put("proposal", proposal.inWords());
        proposal.first().ifPresent(best -> {
            shown.put("receivingOrgan", best.organ().value());
            shown.put("forwardReason", best.reason());
        });
        return shown;
    }

    ForwardingOrder order(FormInput input) {
        return new ForwardingOrder(
                input.organ("receivingOrgan"),
                input.text("forwardReason"),
                input.maybeChoice("transferKind", TransferKind.class).orElse(TransferKind.FORWARD),
                input.maybeDate("feedbackDue"),
                Stream.concat(
                                helper(input, "helperOrgan", "helperDue", "helperTask"),
                                helper(input, "secondHelperOrgan", "secondHelperDue", "secondHelperTask"))
                        .toList());
    }

    private static Stream<HelperOrder> helper(FormInput input, String organ, String due, String task) {
        return input.maybeOrgan(organ).stream()
                .map(helper -> new HelperOrder(helper, input.date(due), input.text(task)));
    }

    Map<String, Object> arbitrationDefaults(PetitionId petition) {
        return Map.of(
                "dispute",
                arbitration.dispute(petition),
                "proposal",
                dispatch.proposal(petition, dispatch.of(petition).get(0).sender())
                        .inWords(),
                "organs",
                organs.receivers().stream().map(DispatchForm::option).toList());
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
