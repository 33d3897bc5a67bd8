package org.huiyin.supervision;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;

/**
 * Who looks, and the organs whose matters his figures or his lists hold. A sealed matter is in those of its own circle only,
 * and one from which he is barred in none (articles 28 and 30).
 */
record BoardReach(OfficerId reader, Set<OrganId> open, Set<OrganId> sealed) {
    /** What he may count: the organs of his board, or those of them that stand under this one. */
    static BoardReach toCount(Rights rights, Organs organs, OfficerId who, Optional<OrganId> within) {
        rights.require(who, Right.VIEW_BOARD);
        Set<OrganId> board = new HashSet<>(rights.reach(who, Right.VIEW_BOARD));
        within.ifPresent(above -> board.removeIf(organ -> !organs.isWithin(organ, above)));
        return new BoardReach(who, Set.copyOf(board), common(board, rights.reach(who, Right.VIEW_SEALED)));
    }

    /** Of what he counts only what he may open: an analyst has figures and no cases. */
    BoardReach toShow(Rights rights) {
        return new BoardReach(reader, common(open, rights.reach(reader, Right.VIEW_CASE)), sealed);
    }

    private static Set<OrganId> common(Set<OrganId> one, Set<OrganId> other) {
        Set<OrganId> both = new HashSet<>(one);
        both.retainAll(other);
        return Set.copyOf(both);
    }

    String[] openIds() {
        return ids(open);
    }

    String[] sealedIds() {
        return ids(sealed);
    }

    private static String[] ids(Set<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(String[]::new);
    }
}
