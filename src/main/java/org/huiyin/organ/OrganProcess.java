package org.huiyin.organ;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.huiyin.kernel.OfficerId;
import org.springframework.stereotype.Component;

/**
 * Mirrors officers, roles and memberships into the engine's identity tables. Our tables are the source: a membership of one of our
 * groups that is not in them is taken back. Users are only ever added, so that a password is written once and never reset; the last administrator stays. Where
 * people come from a directory (LDAP, OIDC) the engine's identity service is read-only and nothing is mirrored.
 */
@Component
class OrganProcess {
    private static final String ROLE = "role";
    private static final String ORGAN_ROLE = "organRole";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IdentityService identity;

    OrganProcess(IdentityService identity) {
        this.identity = identity;
    }

    /**
     * @param memberships as they are now
     * @param password what an officer who is new to the engine logs in with
     */
    void mirror(OrganTree tree, Set<Membership> memberships, Supplier<String> password) {
        if (identity.isReadOnly()) {
            return;
        }
        groups(tree);
        users(tree, password);
        memberships(tree, memberships);
    }

    /** Nobody knows it: an administrator sets the first password in the Admin application. */
    static String unknownPassword() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return "1aA-" + Base64.getUrlEncoder().encodeToString(bytes);
    }

    boolean hasAdministrator() {
        return identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
    }

    boolean isAdministrator(OfficerId who) {
        return identity.createUserQuery()
                        .userId(who.value())
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .count()
                > 0;
    }

    void addAdministrator(String id, String password) {
        addGroup(Groups.CAMUNDA_ADMIN, "系统管理员", Groups.GROUP_TYPE_SYSTEM, existingGroups());
        if (identity.createUserQuery().userId(id).count() == 0) {
            addUser(id, id, password);
        }
        if (!isAdministrator(new OfficerId(id))) {
            identity.createMembership(id, Groups.CAMUNDA_ADMIN);
        }
    }

    private void groups(OrganTree tree) {
        Map<String, Group> existing = existingGroups();
        addGroup(Groups.CAMUNDA_ADMIN, "系统管理员", Groups.GROUP_TYPE_SYSTEM, existing);
        for (Role role : Role.values()) {
            addGroup(role.id(), "全体" + role.label(), ROLE, existing);
        }
        tree.officers().stream()
                .filter(Officer::valid)
                .forEach(officer -> tree.organ(officer.organ())
                        .ifPresent(organ -> officer.roles()
                                .forEach(role -> addGroup(
                                        role.groupOf(organ.id()), organ.name() + role.label(), ORGAN_ROLE, existing))));
    }

    private Map<String, Group> existingGroups() {
        return identity.createGroupQuery().list().stream().collect(toMap(Group::getId, group -> group));
    }

    private void addGroup(String id, String name, String type, Map<String, Group> existing) {
        Group group = existing.containsKey(id) ? existing.get(id) : identity.newGroup(id);
        if (!name.equals(group.getName())) {
            group.setName(name);
            group.setType(type);
            identity.saveGroup(group);
            existing.put(id, group);
        }
    }

    private void users(OrganTree tree, Supplier<String> password) {
        Map<String, User> existing = new HashMap<>();
        identity.createUserQuery().list().forEach(user -> existing.put(user.getId(), user));
        for (Officer officer : tree.officers()) {
            User user = existing.get(officer.id().value());
            if (user == null && officer.valid()) {
                addUser(officer.id().value(), officer.name(), password.get());
            } else if (user != null && !officer.name().equals(user.getFirstName())) {
                user.setFirstName(officer.name());
                identity.saveUser(user);
            }
        }
    }

    /** Chinese names are not split: the whole name stands in the first of the engine's two fields. */
    private void addUser(String id, String name, String password) {
        User user = identity.newUser(id);
        user.setFirstName(name);
        user.setLastName("");
        user.setPassword(password);
        identity.saveUser(user);
    }

    private void memberships(OrganTree tree, Set<Membership> existing) {
        Set<Membership> wanted = wanted(tree);
        wanted.stream()
                .filter(member -> !existing.contains(member))
                .forEach(member -> identity.createMembership(member.user(), member.group()));
        Set<String> roles = Set.of(Role.values()).stream().map(Role::id).collect(toSet());
        boolean othersAdminister = wanted.stream().anyMatch(OrganProcess::administers);
        existing.stream()
                .filter(member -> !wanted.contains(member))
                .filter(member ->
                        roles.contains(member.group().substring(member.group().lastIndexOf('.') + 1))
                                || (othersAdminister && isFormerAdministrator(tree, member)))
                .forEach(member -> identity.deleteMembership(member.user(), member.group()));
    }

    private static Set<Membership> wanted(OrganTree tree) {
        Set<Membership> wanted = new LinkedHashSet<>();
        tree.officers().stream().filter(Officer::valid).forEach(officer -> {
            String id = officer.id().value();
            for (Role role : officer.roles()) {
                wanted.add(new Membership(id, role.id()));
                wanted.add(new Membership(id, role.groupOf(officer.organ())));
            }
            if (officer.is(Role.ADMIN)) {
                wanted.add(new Membership(id, Groups.CAMUNDA_ADMIN));
            }
        });
        return wanted;
    }

    /** Administrators who are no officers, like the first one of a new system, are left alone. */
    private static boolean isFormerAdministrator(OrganTree tree, Membership member) {
        return administers(member) && tree.officer(new OfficerId(member.user())).isPresent();
    }

    private static boolean administers(Membership member) {
        return member.group().equals(Groups.CAMUNDA_ADMIN);
    }
}
