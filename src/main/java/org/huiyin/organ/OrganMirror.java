package org.huiyin.organ;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the engine's users, groups and rights equal to our tables; nodes that start together do it one after the other. */
@Service
class OrganMirror {
    private final OrganTable table;
    private final Organs organs;
    private final OrganProcess people;
    private final AuthorizationProcess rights;

    OrganMirror(OrganTable table, Organs organs, OrganProcess people, AuthorizationProcess rights) {
        this.table = table;
        this.organs = organs;
        this.people = people;
        this.rights = rights;
    }

    /** What is equal already is not written again, so a later start costs a few queries. */
    @Transactional
    void run(Supplier<String> passwordOfNewOfficers) {
        table.lockTree();
        OrganTree tree = organs.reload();
        people.mirror(tree, table.memberships(), passwordOfNewOfficers);
        rights.mirror(tree);
    }

    /**
     * Refuses to go on while nobody can administer the system, and never with a weak password. Once there is an administrator the
     * settings may be taken away again.
     */
    @Transactional
    void firstAdministrator(AdministratorAccount account) {
        table.lockTree();
        if (!account.isGiven() && people.hasAdministrator()) {
            return;
        }
        List<String> faults = account.faults();
        if (!faults.isEmpty()) {
            throw new NoAdministrator(faults);
        }
        people.addAdministrator(account.id(), account.password());
    }
}
