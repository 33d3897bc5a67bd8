package org.huiyin.notice;

import org.huiyin.casefile.Petition;

/** What a registration receipt says of one petition. */
record Receipt(Petition petition, String queryCode) {
    @Override
    public String toString() {
        return "Receipt[" + petition.id() + "]";
    }
}
