package org.huiyin.ledger;

import java.util.HashSet;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;

/**
 * Who reads, and the organs whose open and whose sealed matters he may have in his ledger.
 *
 * @param everywhere the open matters of all organs: none has to be looked at
 */
record LedgerReach(OfficerId reader, Set<OrganId> open, Set<OrganId> sealed, boolean everywhere) {
    static LedgerReach toRead(Rights rights, OfficerId who) {
        Set<OrganId> open = rights.reach(who, Right.VIEW_CASE);
        return new LedgerReach(who, open, rights.reach(who, Right.VIEW_SEALED), rights.areAll(open));
    }

    /** Nobody takes out what he may not read. */
    static LedgerReach toExport(Rights rights, OfficerId who) {
        Set<OrganId> export = rights.reach(who, Right.EXPORT_LEDGER);
        Set<OrganId> open = new HashSet<>(rights.reach(who, Right.VIEW_CASE));
        open.retainAll(export);
        Set<OrganId> sealed = new HashSet<>(rights.reach(who, Right.VIEW_SEALED));
        sealed.retainAll(export);
        return new LedgerReach(who, open, sealed, rights.areAll(open));
    }
}
