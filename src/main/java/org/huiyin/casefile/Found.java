package org.huiyin.casefile;

import java.util.Set;

/** A matter come upon, with what has to be read to compare it. */
record Found(Petition petition, String title, String content, String place, String subject, Set<Trace> traces) {
    @Override
    public String toString() {
        return "Found[" + petition.id() + "]";
    }
}
