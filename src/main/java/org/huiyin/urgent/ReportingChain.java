package org.huiyin.urgent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.DecisionRow;
import org.huiyin.engine.Decisions;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Component;

/**
 * To whom a major or urgent matter is reported: {@code reportingChain.dmn} says which duties, the organ tree which organs. A
 * sealed matter is reported within its circle only: to officers who may see it, and to nobody outside of the system.
 */
@Component
@Article("25")
class ReportingChain {
    private final Decisions decisions;
    private final Organs organs;
    private final Bars bars;

    /** What the table answers in its column {@code addressee}. */
    private enum Duty {
        GOVERNMENT,
        COMPETENT_DEPARTMENT,
        CONFERENCE_OFFICE,
        SUPERIOR_BUREAU,
        DISCIPLINE_BODY,
        OUTSIDE
    }

    ReportingChain(Decisions decisions, Organs organs, Bars bars) {
        this.decisions = decisions;
        this.organs = organs;
        this.bars = bars;
    }

    /** Each organ once, the reporting one never. */
    List<Addressee> of(Petition petition, Organ reporting) {
        Map<String, Addressee> chain = new LinkedHashMap<>();
        for (DecisionRow row : decisions.evaluate(
                "reportingChain",
                Map.of(
                        "level",
                        reporting.level().name(),
                        "petitionBureau",
                        reporting.kind() == OrganKind.PETITION_BUREAU,
                        "sealed",
                        petition.sealed()))) {
            addressees(row, petition, reporting)
                    .filter(addressee -> !addressee.organ().equals(Optional.of(reporting.id())))
                    .forEach(addressee -> chain.putIfAbsent(addressee.name(), addressee));
        }
        return new ArrayList<>(chain.values());
    }

    private Stream<Addressee> addressees(DecisionRow row, Petition petition, Organ reporting) {
        Duty duty = Duty.valueOf(row.text("addressee"));
        String why = row.text("duty");
        if (duty == Duty.OUTSIDE) {
            Addressee outside = new Addressee(Optional.empty(), Optional.empty(), row.text("outsideName"), why);
            return Stream.of(outside);
        }
        return organs(duty, petition, reporting)
                .flatMap(organ -> person(petition, organ)
                        .map(who -> new Addressee(Optional.of(organ.id()), Optional.of(who), organ.name(), why))
                        .stream());
    }

    /**
     * R49: the first-responsible person, or who else signs there when he is barred; of a sealed matter somebody of its circle.
     * Nobody where all of the organ are barred: an accused unit is not told (article 30).
     */
    @Article("30")
    private Optional<OfficerId> person(Petition petition, Organ organ) {
        Stream<OfficerId> people = petition.sealed()
                ? officers(organ, Role.SEALED)
                : Stream.concat(Stream.of(organ.firstResponsible()), officers(organ, Role.SIGN));
        return people.filter(who -> bars.mayKnow(who, petition)).findFirst();
    }

    private Stream<OfficerId> officers(Organ organ, Role role) {
        return organs.officers(organ.id(), role).stream().map(Officer::id);
    }

    private Stream<Organ> organs(Duty duty, Petition petition, Organ reporting) {
        Optional<OrganId> territory = territory(reporting);
        return switch (duty) {
            case GOVERNMENT -> territory.map(organs::get).stream();
            case CONFERENCE_OFFICE -> inTerritory(OrganKind.PETITION_BUREAU, territory);
            case DISCIPLINE_BODY -> inTerritory(OrganKind.DISCIPLINE, territory);
            case SUPERIOR_BUREAU -> reporting.line().map(organs::get).stream();
            case COMPETENT_DEPARTMENT -> competent(petition);
            case OUTSIDE -> Stream.of();
        };
    }

    private static Optional<OrganId> territory(Organ organ) {
        return organ.kind() == OrganKind.GOVERNMENT && organ.block().isEmpty()
                ? Optional.of(organ.id())
                : organ.block();
    }

    private Stream<Organ> inTerritory(OrganKind kind, Optional<OrganId> territory) {
        return organs.ofKind(kind).stream()
                .filter(organ -> organ.block().equals(territory))
                .limit(1);
    }

    /** The organ that handles it, and the one above that in its line of business. */
    private Stream<Organ> competent(Petition petition) {
        Organ handling = organs.get(petition.organ());
        if (handling.kind() == OrganKind.PETITION_BUREAU) {
            return Stream.of();
        }
        return Stream.concat(Stream.of(handling), handling.line().map(organs::get).stream());
    }
}
