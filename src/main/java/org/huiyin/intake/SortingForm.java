package org.huiyin.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.Option;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Route;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Component;

/** How the forms of class and guidance open and are read. */
@Component
class SortingForm {
    private final CaseFile cases;
    private final Organs organs;

    SortingForm(CaseFile cases, Organs organs) {
        this.cases = cases;
        this.organs = organs;
    }

    Map<String, Object> classDefaults(PetitionId petition) {
        OrganId organ = cases.get(petition).organ();
        List<Option> handlers = organs.officers(organ, Role.HANDLE).stream()
                .map(officer -> new Option(officer.id().value(), officer.name()))
                .toList();
        return Map.of("handlers", handlers);
    }

    Classification classification(FormInput input) {
        return new Classification(
                input.choice("petitionClass", PetitionClass.class),
                input.maybeChoice("route", Route.class),
                input.flag("handledHere"),
                input.maybeOfficer("handler"),
                input.maybeText("classReason").orElse(""));
    }

    /** The notice is owed to whoever can be reached; what the procedure is called is proposed from the route. */
    Map<String, Object> guidanceDefaults(PetitionId petition) {
        Map<String, Object> defaults = new HashMap<>();
        if (!cases.hasAddressee(petition)) {
            defaults.put("deliveryMethod", DeliveryMethod.NOT_DUE.name());
        }
        cases.get(petition).route().ifPresent(route -> defaults.put("procedureName", route.label()));
        return defaults;
    }

    Guidance guidance(FormInput input) {
        return new Guidance(
                input.text("procedureName"),
                input.text("procedureBody"),
                input.maybeText("procedureTerm"),
                input.text("guidance"),
                input.choice("deliveryMethod", DeliveryMethod.class));
    }
}
