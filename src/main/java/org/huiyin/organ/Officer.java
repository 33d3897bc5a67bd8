package org.huiyin.organ;

import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;

/** A person who works in an organ, with all roles he has there. */
public record Officer(OfficerId id, String name, OrganId organ, String title, Set<Role> roles, boolean valid) {
    public Officer {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
