package org.huiyin.casefile;

import java.util.HashSet;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;

/**
 * Whose matters somebody may find. A confidential matter is found by its words by those only who may know petitioners
 * of its organ; by its people by those alone whom its file names, for to be found by one's telephone is to be known.
 *
 * @param open organs whose open matters may be found
 * @param unmasked organs whose petitioners may be known
 * @param sealed organs whose sealed matters may be found
 * @param reader who looks: what he is barred from he does not find
 */
public record Sight(Set<OrganId> open, Set<OrganId> unmasked, Set<OrganId> sealed, OfficerId reader) {
    public Sight {
        open = Set.copyOf(open);
        unmasked = Set.copyOf(unmasked);
        sealed = Set.copyOf(sealed);
    }

    public static Sight of(Rights rights, OfficerId who) {
        Set<OrganId> open = new HashSet<>(rights.reach(who, Right.VIEW_CASE));
        open.addAll(rights.reach(who, Right.FIND_SAME));
        return new Sight(open, rights.reach(who, Right.UNMASK), rights.reach(who, Right.VIEW_SEALED), who);
    }

    boolean sees(Petition petition) {
        if (petition.sealed()) {
            return sealed.contains(petition.organ());
        }
        return reaches(open, petition) && (!petition.confidential() || reaches(unmasked, petition));
    }

    /** Whether the file of a matter, if it is confidential, names him: who took it in or answers for it in person. */
    boolean knowsPeopleOf(Petition petition) {
        return !petition.confidential()
                || petition.openedBy().equals(reader)
                || petition.person().filter(reader::equals).isPresent();
    }

    private static boolean reaches(Set<OrganId> organs, Petition petition) {
        return organs.contains(petition.organ()) || organs.contains(petition.registeredBy());
    }
}
