package org.huiyin.dispatch;

import java.util.Optional;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganLevel;

/**
 * Where the problem is, as far as it is known.
 *
 * @param district the government of the district
 * @param street the street or town, which lies in that district
 */
record Place(Optional<Organ> district, Optional<Organ> street) {
    static final Place UNKNOWN = new Place(Optional.empty(), Optional.empty());

    /** An organ of the city is competent everywhere; one below it only where the problem is. */
    Territory of(Organ organ, Optional<Organ> government) {
        if (organ.level() == OrganLevel.CITY) {
            return district.isPresent() ? Territory.INSIDE : Territory.UNKNOWN;
        }
        if (district.isEmpty()) {
            return Territory.UNKNOWN;
        }
        if (!government.equals(district)) {
            return Territory.OUTSIDE;
        }
        if (organ.level() == OrganLevel.DISTRICT) {
            return Territory.INSIDE;
        }
        return street.map(known -> known.equals(organ) ? Territory.INSIDE : Territory.OUTSIDE)
                .orElse(Territory.UNKNOWN);
    }
}
