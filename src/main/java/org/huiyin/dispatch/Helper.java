package org.huiyin.dispatch;

import java.time.LocalDate;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** 协办单位: asked to help the lead of this petition, which stays responsible (R5, R36). */
public record Helper(long id, PetitionId petition, OrganId lead, OrganId organ, LocalDate due, String asked) {
    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "Helper[" + id + " " + petition + " " + organ + ", " + due + "]";
    }
}
