package org.huiyin.evaluation;

import java.util.Optional;

/**
 * What the petitioner says, the organ that handled the matter and the petition office rated apart (R48).
 *
 * @param office empty where no petition office (信访部门) had the matter in hand
 */
public record Ratings(Optional<Rating> office, Rating organ, String comment) {
    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "Ratings[" + office.map(Enum::name).orElse("-") + ", " + organ + "]";
    }
}
