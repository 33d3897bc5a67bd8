package org.huiyin.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.casefile.Bars;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.Option;
import org.huiyin.kernel.OfficerId;
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
    private final Receivers receivers;
    private final Organs organs;
    private final Bars bars;
    private final Accusations accusations;
    private final Clock clock;

    DispatchForm(
            Dispatch dispatch,
            Arbitration arbitration,
            Receivers receivers,
            Organs organs,
            Bars bars,
            Accusations accusations,
            Clock clock) {
        this.dispatch = dispatch;
        this.arbitration = arbitration;
        this.receivers = receivers;
        this.organs = organs;
        this.bars = bars;
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
                receivers.handling(petition).stream().map(DispatchForm::option).toList());
    }

    Map<String, Object> signInDefaults(PetitionId petition, OrganId organ) {
        Set<OfficerId> barred = bars.of(petition).keySet();
        List<Option> handlers = organs.officers(organ, Role.HANDLE).stream()
                .filter(officer -> !barred.contains(officer.id()) && !organs.isAway(officer.id()))
                .map(officer -> new Option(officer.id().value(), officer.name()))
                .toList();
        return Map.of("handlers", handlers, "organs", receiversBut(petition, organ));
    }

    Map<String, Object> transferDefaults(PetitionId petition) {
        Stream<Option> outside = Stream.of(new Option(Accusations.OUTSIDE.value(), "系统外的上级机关（在下面写明）"));
        return Map.of(
                "bodies",
                Stream.concat(accusations.bodies(petition).stream().map(DispatchForm::option), outside)
                        .toList());
    }

    Map<String, Object> receiptDefaults() {
        return Map.of("receivedOn", LocalDate.now(clock));
    }

    Objection objection(FormInput input) {
        return new Objection(input.text("objectionReason"), input.organ("proposedOrgan"));
    }

    private List<Option> receiversBut(PetitionId petition, OrganId organ) {
        return receivers.handling(petition).stream()
                .filter(receiver -> !receiver.id().equals(organ))
                .map(DispatchForm::option)
                .toList();
    }

    private static Option option(Organ organ) {
        return new Option(organ.id().value(), organ.name());
    }
}
