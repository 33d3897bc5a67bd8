package org.huiyin.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.Option;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Route;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.huiyin.simplified.SimplifiedProcedure;
import org.springframework.stereotype.Component;

/** How the forms of class and guidance open and are read. */
@Component
class SortingForm {
    private static final String ANOTHER = "ANOTHER";

    private final CaseFile cases;
    private final Organs organs;
    private final Proposals proposals;
    private final LegalProcedures procedures;
    private final SimplifiedProcedure simplified;

    SortingForm(
            CaseFile cases,
            Organs organs,
            Proposals proposals,
            LegalProcedures procedures,
            SimplifiedProcedure simplified) {
        this.cases = cases;
        this.organs = organs;
        this.proposals = proposals;
        this.procedures = procedures;
        this.simplified = simplified;
    }

    Map<String, Object> classDefaults(PetitionId petition) {
        Petition matter = cases.get(petition);
        Proposal proposal = proposals.of(matter);
        List<Option> handlers = organs.officers(matter.organ(), Role.HANDLE).stream()
                .map(officer -> new Option(officer.id().value(), officer.name()))
                .toList();
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("handlers", handlers);
        defaults.put("proposal", proposal.words());
        org.huiyin.simplified.Proposal procedure = simplified.proposal(petition);
        defaults.put("simplifiedProposal", procedure.words());
        defaults.put("simplified", procedure.isForSimplified());
        defaults.put("petitionClass", proposal.petitionClass().value().name());
        proposal.route().ifPresent(route -> defaults.put("route", route.value().name()));
        return defaults;
    }

    Classification classification(FormInput input) {
        return new Classification(
                input.choice("petitionClass", PetitionClass.class),
                input.maybeChoice("route", Route.class),
                input.flag("handledHere"),
                input.maybeOfficer("handler"),
                input.asks("simplified") && input.flag("simplified"),
                input.maybeText("classReason").orElse(""));
    }

    /** Most matters go their way. */
    static Disposal disposal(FormInput input) {
        return input.maybeChoice("disposal", Disposal.class).orElse(Disposal.PROCEED);
    }

    static DeliveryMethod disposalDelivery(FormInput input) {
        return input.choice("disposalDelivery", DeliveryMethod.class);
    }

    /** The notice is owed to whoever can be reached; which procedures there are depends on the route. */
    Map<String, Object> guidanceDefaults(PetitionId petition) {
        Map<String, Object> defaults = new HashMap<>();
        if (!cases.hasAddressee(petition)) {
            defaults.put("deliveryMethod", DeliveryMethod.NOT_DUE.name());
        }
        List<Option> choices = new ArrayList<>();
        procedures(petition).forEach(procedure -> choices.add(new Option(procedure.id(), procedure.line())));
        choices.add(new Option(ANOTHER, "以上都不适用，在下面另行填写"));
        defaults.put("legalProcedures", choices);
        return defaults;
    }

    /** What is typed goes before what was picked: the officer knows the case, the table knows the law. */
    Guidance guidance(PetitionId petition, FormInput input) {
        Optional<LegalProcedure> picked = picked(petition, input);
        return new Guidance(
                typedOr(input, "procedureName", picked.map(LegalProcedure::name))
                        .orElse(""),
                typedOr(input, "procedureBody", picked.map(LegalProcedure::body))
                        .orElse(""),
                typedOr(input, "procedureTerm", picked.map(LegalProcedure::term)),
                typedOr(input, "procedureLaw", picked.map(LegalProcedure::law)),
                typedOr(input, "procedureMaterials", picked.map(LegalProcedure::materials)),
                input.text("guidance"),
                input.choice("deliveryMethod", DeliveryMethod.class));
    }

    private Optional<LegalProcedure> picked(PetitionId petition, FormInput input) {
        return input.maybeText("legalProcedure")
                .filter(id -> !id.equals(ANOTHER))
                .map(id -> procedures(petition).stream()
                        .filter(procedure -> procedure.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> input.wrong("legalProcedure", "没有这个选项，请从列表中选择。")));
    }

    private List<LegalProcedure> procedures(PetitionId petition) {
        return cases.get(petition).route().map(procedures::of).orElse(List.of());
    }

    private static Optional<String> typedOr(FormInput input, String key, Optional<String> picked) {
        return input.maybeText(key).or(() -> picked).filter(text -> !text.isBlank());
    }
}
