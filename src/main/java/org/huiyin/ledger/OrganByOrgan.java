package org.huiyin.ledger;

import java.util.Set;
import org.huiyin.kernel.OrganId;

/**
 * A page of the matters of few organs, in the order of receipt: the first of each organ are read along the index of its
 * register, then the first of these. Read from the register of the whole city, a page of what is rare in one organ would have to be
 * looked for among the matters of all others. Names and words are found from their own side.
 */
public final class OrganByOrgan {
    private static final int FEW = 6;

    private OrganByOrgan() {}

    public static boolean suits(boolean everywhere, Set<OrganId> open, Set<OrganId> sealed) {
        return !everywhere && open.size() + sealed.size() <= FEW;
    }

    /**
     * Selects {@code id} and {@code received_at}; needs the parameters {@code open}, {@code sealed} and {@code limit}.
     *
     * @param tables with {@code casefile.petition p} among them
     * @param conditions each beginning with its {@code and}
     * @param newestFirst otherwise the oldest
     */
    public static String sql(String tables, String conditions, boolean newestFirst) {
        String order = newestFirst ? "received_at desc, %1$s.id desc" : "received_at, %1$s.id";
        return "select distinct m.id, m.received_at from (\n"
                + ofEach("open", "p.organ", "not p.sealed", tables, conditions, order)
                + " union all " + ofEach("open", "p.registered_by", "not p.sealed", tables, conditions, order)
                + " union all " + ofEach("sealed", "p.organ", "p.sealed", tables, conditions, order)
                + ") m order by m." + order.formatted("m") + " limit :limit\n";
    }

    private static String ofEach(
            String organs, String column, String seen, String tables, String conditions, String order) {
        return "select one.* from unnest(cast(:" + organs + " as text[])) reached (organ) cross join lateral (\n"
                + "select p.id, p.received_at from " + tables + "\nwhere " + column + " = reached.organ and " + seen
                + "\n"
                + conditions + "order by p." + order.formatted("p") + " limit :limit) one\n";
    }
}
