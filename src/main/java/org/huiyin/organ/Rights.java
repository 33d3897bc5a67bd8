package org.huiyin.organ;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.springframework.stereotype.Service;

/**
 * May this person do that? Answered from one matrix of role, right and scope. An officer who has left, or a name that is no
 * officer's, may do nothing; only an administrator need not be an officer.
 */
@Service
public class Rights {
    private final Organs organs;
    private final OrganProcess people;

    Rights(Organs organs, OrganProcess people) {
        this.organs = organs;
        this.people = people;
    }

    /**
     * Whether the person has the right over at least one of these organs: pass all organs a petition belongs to, e.g. the one that
     * registered it and the one that handles it.
     */
    public boolean may(OfficerId who, Right right, OrganId... over) {
        return List.of(over).stream().anyMatch(reach(who, right)::contains);
    }

    /** Whether the person has the right at all, e.g. to be shown a menu entry or to do what concerns no organ. */
    public boolean mayAnywhere(OfficerId who, Right right) {
        return Grant.MATRIX.stream()
                .anyMatch(grant -> grant.right() == right && roles(who).contains(grant.role()));
    }

    /** As {@link #mayAnywhere}, for what is refused without the right. */
    public void require(OfficerId who, Right right) {
        if (!mayAnywhere(who, right)) {
            throw new RightMissing(right);
        }
    }

    /** Whether the engine shows him all instances of ordinary models, not only those of his tasks. */
    public boolean readsWholeModels(OfficerId who) {
        OrganTree tree = organs.tree();
        return tree.officer(who)
                .filter(Officer::valid)
                .filter(officer -> officer.is(Role.ADMIN)
                        || officer.is(Role.OPERATOR)
                        || officer.roles().stream()
                                .map(role -> role.groupOf(officer.organ()))
                                .anyMatch(AuthorizationProcess.cityWatchers(tree)::contains))
                .isPresent();
    }

    /** All organs over which the person has the right, for lists and figures. */
    public Set<OrganId> reach(OfficerId who, Right right) {
        OrganTree tree = organs.tree();
        Set<Role> roles = roles(who);
        Set<OrganId> reached = new LinkedHashSet<>();
        Grant.MATRIX.stream()
                .filter(grant -> grant.right() == right && roles.contains(grant.role()))
                .forEach(grant -> reached.addAll(
                        grant.scope() == Scope.ALL
                                ? tree.ids()
                                : tree.officer(who)
                                        .map(officer -> tree.within(officer.organ(), grant.scope()))
                                        .orElse(Set.of())));
        return reached;
    }

    /** Whether these are all organs there are, those of the past included, so that a list need not look at any. */
    public boolean areAll(Set<OrganId> reached) {
        return reached.containsAll(organs.tree().ids());
    }

    /** The first administrator of a new system works in none of its organs. */
    private Set<Role> roles(OfficerId who) {
        return organs.findOfficer(who)
                .map(officer -> officer.valid() ? officer.roles() : Set.<Role>of())
                .orElseGet(() -> people.isAdministrator(who) ? Set.of(Role.ADMIN) : Set.of());
    }
}
