package org.huiyin.desk;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.Petition;
import org.huiyin.desk.ContactsPage.Line;
import org.huiyin.dispatch.Dispatch;
import org.huiyin.dispatch.Forwarding;
import org.huiyin.dispatch.ForwardingState;
import org.huiyin.dispatch.Helper;
import org.huiyin.dispatch.Helpers;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 联系单位: who registered a matter, passed it on, answers for it, helps with it, and whom to call there. */
@Service
class ContactsDesk {
    private static final String RESPONSIBLE = "责任单位";
    private static final String HELPS = "协办";

    private final CaseAccess access;
    private final Dispatch dispatch;
    private final Helpers helpers;
    private final Organs organs;

    ContactsDesk(CaseAccess access, Dispatch dispatch, Helpers helpers, Organs organs) {
        this.access = access;
        this.dispatch = dispatch;
        this.helpers = helpers;
        this.organs = organs;
    }

    /** Whoever only helps sees the lead that asked him and his own organ, not who else is asked (R5). */
    @Transactional(readOnly = true)
    ContactsPage read(OfficerId officer, PetitionId id) {
        Petition petition = access.opened(officer, id);
        boolean onlyHelps = access.onlyHelps(officer, petition);
        Optional<OrganId> own = organs.organOf(officer).map(Organ::id);
        return new ContactsPage(parts(petition).entrySet().stream()
                .filter(organ -> !onlyHelps
                        || organ.getKey().equals(petition.organ())
                        || own.equals(Optional.of(organ.getKey())))
                .map(organ -> line(petition, organs.get(organ.getKey()), organ.getValue()))
                .toList());
    }

    /** The organ that answers for the matter first, then the others in the order in which it met them. */
    private Map<OrganId, Set<String>> parts(Petition petition) {
        Map<OrganId, Set<String>> parts = new LinkedHashMap<>();
        add(parts, petition.organ(), RESPONSIBLE);
        add(parts, petition.registeredBy(), "登记");
        for (Forwarding way : dispatch.of(petition.id())) {
            add(parts, way.sender(), way.kind().label());
            if (way.state() == ForwardingState.RETURNED) {
                add(parts, way.receiver(), way.state().label());
            }
        }
        helpers.of(petition.id()).stream()
                .filter(helper -> helper.withdrawal().isEmpty())
                .map(Helper::organ)
                .forEach(organ -> add(parts, organ, HELPS));
        return parts;
    }

    private static void add(Map<OrganId, Set<String>> parts, OrganId organ, String part) {
        parts.computeIfAbsent(organ, unseen -> new LinkedHashSet<>()).add(part);
    }

    private Line line(Petition petition, Organ organ, Set<String> parts) {
        Optional<OfficerId> inHand = organ.id().equals(petition.organ()) ? petition.person() : Optional.empty();
        return new Line(
                organ.name(),
                String.join("、", parts),
                inHand.flatMap(organs::findOfficer).map(Officer::name).orElse(""),
                named(organs.firstResponsible(organ.id())),
                organ.telephone().orElse(""));
    }

    private static String named(Officer officer) {
        return officer.name() + "，" + officer.title();
    }
}
