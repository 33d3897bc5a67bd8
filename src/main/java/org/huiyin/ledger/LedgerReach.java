package org.huiyin.ledger;

import java.util.HashSet;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;

/** Who reads, and the organs whose open and whose sealed matters he may have in his ledger. */
record LedgerReach(OfficerId reader, Set<OrganId> open, Set<OrganId> sealed) {
    static LedgerReach toRead(Rights rights, OfficerId who) {
        return new LedgerReach(who, rights.reach(who, Right.VIEW_CASE), rights.reach(who, Right.VIEW_SEALED));
    }

    /** Nobody takes out what he may not read. */
    static LedgerReach toExport(Rights rights, OfficerId who) {
        Set<OrganId> export = rights.reach(who, Right.EXPORT_LEDGER);
        Set<OrganId> open = new HashSet<>(rights.reach(who, Right.VIEW_CASE));
        open.retainAll(export);
        Set<OrganId> sealed = new HashSet<>(rights.reach(who, Right.VIEW_SEALED));
        sealed.retainAll(export);
        return new LedgerReach(who, open, sealed);
    }
}
