package org.huiyin.organ;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.springframework.stereotype.Service;

/**
 * May this person do that? Answered from one matrix of role, right and scope. An officer who has left, or a name that is no
 * officer's, may do nothing.
 */
@Service
public class Rights {
    private final Organs organs;

    Rights(Organs organs) {
        this.organs = organs;
    }

    /**
     * Whether the person has the right over at least one of these organs: pass all organs a petition belongs to, e.g. the one that
     * registered it and the one that handles it.
     */
    public boolean may(OfficerId who, Right right, OrganId... over) {
        return List.of(over).stream().anyMatch(reach(who, right)::contains);
    }

    /** Whether the person has the right anywhere, e.g. to be shown a menu entry. */
    public boolean mayAnywhere(OfficerId who, Right right) {
        return !reach(who, right).isEmpty();
    }

    /** All organs over which the person has the right, for lists and figures. */
    public Set<OrganId> reach(OfficerId who, Right right) {
        OrganTree tree = organs.tree();
        Set<OrganId> reached = new LinkedHashSet<>();
        tree.officer(who)
                .filter(Officer::valid)
                .ifPresent(officer -> Grant.MATRIX.stream()
                        .filter(grant -> grant.right() == right && officer.is(grant.role()))
                        .forEach(grant -> reached.addAll(tree.within(officer.organ(), grant.scope()))));
        return reached;
    }
}
