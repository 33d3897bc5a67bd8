package org.huiyin.intake;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.Bars;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Component;

/**
 * Whose 检举控告专办员 take an accusation in hand: the organ's own, or those of the nearest 信访部门 over it; when it speaks against
 * them, those of the nearest discipline body.
 */
@Component
class AccusationCircle {
    private final Organs organs;
    private final Bars bars;

    AccusationCircle(Organs organs, Bars bars) {
        this.organs = organs;
        this.bars = bars;
    }

    @Article("30")
    Optional<OrganId> of(PetitionId petition, OrganId organ) {
        Set<OfficerId> barred = bars.of(petition).keySet();
        if (hasCircle(organ, barred)) {
            return Optional.of(organ);
        }
        return nearest(OrganKind.PETITION_BUREAU, organ, barred).or(() -> nearest(OrganKind.DISCIPLINE, organ, barred));
    }

    private Optional<OrganId> nearest(OrganKind kind, OrganId organ, Set<OfficerId> barred) {
        return organs.ofKind(kind).stream()
                .filter(body -> hasCircle(body.id(), barred))
                .filter(body -> body.block()
                        .filter(territory -> organs.isWithin(organ, territory))
                        .isPresent())
                .max(Comparator.comparing(Organ::level))
                .map(Organ::id);
    }

    private boolean hasCircle(OrganId organ, Set<OfficerId> barred) {
        return organs.officers(organ, Role.SEALED).stream().anyMatch(officer -> !barred.contains(officer.id()));
    }
}
