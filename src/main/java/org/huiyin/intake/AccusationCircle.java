package org.huiyin.intake;

import java.util.Comparator;
import java.util.Optional;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Component;

/** Whose 检举控告专办员 take an accusation in hand: the organ's own, or those of the nearest 信访部门 over it. */
@Component
class AccusationCircle {
    private final Organs organs;

    AccusationCircle(Organs organs) {
        this.organs = organs;
    }

    @Article("30")
    Optional<OrganId> of(OrganId organ) {
        if (hasCircle(organ)) {
            return Optional.of(organ);
        }
        return organs.ofKind(OrganKind.PETITION_BUREAU).stream()
                .filter(bureau -> hasCircle(bureau.id()))
                .filter(bureau -> bureau.block()
                        .filter(territory -> organs.isWithin(organ, territory))
                        .isPresent())
                .max(Comparator.comparing(Organ::level))
                .map(Organ::id);
    }

    private boolean hasCircle(OrganId organ) {
        return !organs.officers(organ, Role.SEALED).isEmpty();
    }
}
