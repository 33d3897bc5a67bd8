package org.huiyin.desk;

import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.PetitionId;

/**
 * A matter as a list shows it and as the order of work is decided by it.
 *
 * @param petitioner masked; empty when nobody is named
 * @param lamp the worst of its running clocks that hurry an officer
 * @param collective five or more came
 * @param repeated an officer has linked it to an earlier matter as the same
 */
record MatterFacts(
        PetitionId id,
        String title,
        String place,
        String petitioner,
        boolean draft,
        boolean sealed,
        Lamp lamp,
        boolean urgent,
        boolean collective,
        boolean repeated) {
    @Override
    public String toString() {
        return "MatterFacts[" + id + "]";
    }
}
