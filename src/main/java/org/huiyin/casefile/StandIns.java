package org.huiyin.casefile;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.engine.Doorkeeper;
import org.huiyin.engine.TaskOffers;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who does the work of those who are barred: the others of the same role in the organ, then its head; when nobody of the
 * organ is left, the organ over it, and so on upward. The work of 检举控告专办员 goes to others of their circle only.
 */
@Service
public class StandIns implements Doorkeeper {
    /** Who may do what nobody of the role can: whoever answers for the organ. */
    private static final List<Role> HEADS = List.of(Role.SIGN, Role.LEAD);

    private static final Comparator<OfficerId> BY_ID = Comparator.comparing(OfficerId::value);

    private static final String SEALED_WATCHES = "casefile.sealed_watch";

    private final Bars bars;
    private final CaseFile cases;
    private final TaskOffers offers;
    private final Organs organs;
    private final Rights rights;

    StandIns(Bars bars, CaseFile cases, TaskOffers offers, Organs organs, Rights rights) {
        this.bars = bars;
        this.cases = cases;
        this.offers = offers;
        this.organs = organs;
        this.rights = rights;
    }

    @Override
    public boolean isBarred(OfficerId officer, PetitionId petition) {
        return bars.isBarred(officer, petition);
    }

    @Override
    public Set<String> hiddenFromWatcher(OfficerId officer) {
        return rights.readsWholeModels(officer) ? bars.hidden(officer) : Set.of();
    }

    /** The ordinary life of a sealed matter has ended (ADR 5): leaders and supervisors of the city find no clock of it that runs. */
    @Override
    @Article("30")
    public Optional<String> closedTo(OfficerId officer) {
        return rights.readsWholeModels(officer)
                        && !rights.mayAnywhere(officer, Right.VIEW_SEALED)
                        && !rights.mayAnywhere(officer, Right.MANAGE_SYSTEM)
                ? Optional.of(SEALED_WATCHES)
                : Optional.empty();
    }

    @Override
    @Article("28")
    public Optional<Set<OfficerId>> insteadOf(PetitionId petition, Set<String> groups, Optional<OfficerId> assignee) {
        Set<OfficerId> barred = new LinkedHashSet<>(bars.of(petition).keySet());
        if (assignee.filter(organs::isAway).isPresent()) {
            Optional<OfficerId> deputy = assignee.flatMap(named -> organs.deputyOf(named, Role.HANDLE))
                    .filter(found -> !barred.contains(found));
            if (deputy.isPresent()) {
                return deputy.map(Set::of);
            }
            barred.addAll(organs.away());
        }
        if (barred.isEmpty()) {
            return Optional.empty();
        }
        Set<Post> posts = assignee.isPresent() ? postOf(assignee.get()) : posts(groups);
        Set<OfficerId> meant = assignee.map(Set::of).orElseGet(() -> holders(posts));
        if (meant.stream().noneMatch(barred::contains) && !meant.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(posts.stream()
                .map(post -> unbarred(post, barred))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("accused", "回避", "本系统中能够办理这件事项的人员都须回避，请报上级机关，不要在本系统办理。")));
    }

    /** R25: who answers for a petition in this organ, or over it, when those who would are barred. */
    public Set<OfficerId> headsFor(PetitionId petition, OrganId organ) {
        return unbarred(new Post(organ, Role.SIGN), bars.of(petition).keySet());
    }

    /**
     * Who decides whether this officer is excused: the person who answers for his organ; of whoever heads it himself, the organ
     * above. For a sealed matter it is somebody of the circle.
     */
    @Article("28")
    public Optional<OfficerId> judgeOf(Petition petition, OfficerId officer) {
        Set<OfficerId> not = new LinkedHashSet<>(bars.of(petition.id()).keySet());
        not.add(officer);
        return organs.findOfficer(officer).flatMap(found -> {
            OrganId organ = found.organ();
            if (petition.sealed()) {
                return unbarred(new Post(organ, Role.SEALED), not).stream()
                        .sorted(BY_ID)
                        .findFirst();
            }
            boolean heads = organs.firstResponsible(organ).id().equals(officer)
                    || HEADS.stream().anyMatch(found::is);
            Stream<OrganId> above =
                    organs.superiors(organ).stream().filter(Organ::valid).map(Organ::id);
            return (heads ? above : Stream.concat(Stream.of(organ), above))
                    .flatMap(place -> headsOf(place).filter(head -> !not.contains(head)))
                    .findFirst();
        });
    }

    private Stream<OfficerId> headsOf(OrganId organ) {
        return Stream.concat(
                Stream.of(organs.firstResponsible(organ).id()),
                HEADS.stream()
                        .flatMap(role -> organs.officers(organ, role).stream().map(Officer::id)));
    }

    /** The other handlers of his organ who are not barred. */
    public List<Officer> successorsOf(PetitionId petition, OfficerId officer) {
        Set<OfficerId> barred = bars.of(petition).keySet();
        return organs.organOf(officer).stream()
                .flatMap(organ -> organs.officers(organ.id(), Role.HANDLE).stream())
                .filter(other -> !other.id().equals(officer) && !barred.contains(other.id()))
                .toList();
    }

    /** What was given to the one by name is the other's, with the duty: tasks, the petition, its clocks. */
    @Transactional
    public void handOver(PetitionId petition, OfficerId from, OfficerId to) {
        cases.lock(petition);
        offers.rename(petition, from, to);
        cases.replace(petition, from, to);
    }

    /** R28: nobody takes over by name: the others of his post are offered what he had, and until one takes it the head answers. */
    @Transactional
    public void leaveToOthers(PetitionId petition, OfficerId away) {
        Petition left = cases.lock(petition);
        Set<OfficerId> not = new LinkedHashSet<>(bars.of(petition).keySet());
        not.addAll(organs.away());
        not.add(away);
        Set<OfficerId> others = postOf(away).stream()
                .map(post -> unbarred(post, not))
                .findFirst()
                .orElseGet(Set::of);
        offers.offerInstead(petition, away, others);
        if (left.person().equals(Optional.of(away))) {
            cases.vacate(petition);
        }
    }

    @Override
    public boolean isAway(OfficerId officer) {
        return organs.isAway(officer);
    }

    @Override
    public void takenInPlaceOf(PetitionId petition, OfficerId barred, OfficerId by) {
        offers.rename(petition, barred, by);
        Petition taken = cases.lock(petition);
        boolean atHome = organs.organOf(by)
                .filter(organ -> organ.id().equals(taken.organ()))
                .isPresent();
        if (atHome && taken.person().isEmpty()) {
            cases.entrust(petition, taken.organ(), Optional.of(by));
        }
    }

    /** A role in an organ, for which there is a candidate group. */
    private record Post(OrganId organ, Role role) {}

    private Set<Post> posts(Set<String> groups) {
        Set<Post> posts = new LinkedHashSet<>();
        for (String group : groups) {
            int dot = group.lastIndexOf('.');
            Stream.of(Role.values())
                    .filter(role -> dot > 0 && role.id().equals(group.substring(dot + 1)))
                    .forEach(role -> posts.add(new Post(new OrganId(group.substring(0, dot)), role)));
        }
        return posts;
    }

    /** A matter is given by name to a handler. */
    private Set<Post> postOf(OfficerId assignee) {
        return organs.findOfficer(assignee).stream()
                .map(officer -> new Post(officer.organ(), Role.HANDLE))
                .collect(Collectors.toSet());
    }

    private Set<OfficerId> holders(Collection<Post> posts) {
        return posts.stream()
                .flatMap(post -> organs.officers(post.organ(), post.role()).stream())
                .map(Officer::id)
                .collect(Collectors.toSet());
    }

    private Set<OfficerId> unbarred(Post post, Set<OfficerId> barred) {
        Stream<OrganId> upward = Stream.concat(
                Stream.of(post.organ()),
                organs.superiors(post.organ()).stream().filter(Organ::valid).map(Organ::id));
        return (post.role() == Role.SEALED ? Stream.concat(upward, disciplineOver(post.organ())) : upward)
                .flatMap(organ -> roles(post.role()).map(role -> left(organ, role, barred)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(Set::of);
    }

    @Article("30")
    private static Stream<Role> roles(Role role) {
        return role == Role.SEALED
                ? Stream.of(role)
                : Stream.concat(Stream.of(role), HEADS.stream()).distinct();
    }

    /** The discipline bodies of its territory, the nearest first: where the circle goes on when that of the organ cannot. */
    private Stream<OrganId> disciplineOver(OrganId organ) {
        return organs.ofKind(OrganKind.DISCIPLINE).stream()
                .filter(body -> body.block()
                        .filter(territory -> organs.isWithin(organ, territory))
                        .isPresent())
                .sorted(Comparator.comparing(Organ::level).reversed())
                .map(Organ::id);
    }

    private Set<OfficerId> left(OrganId organ, Role role, Set<OfficerId> barred) {
        return organs.officers(organ, role).stream()
                .map(Officer::id)
                .filter(officer -> !barred.contains(officer))
                .collect(Collectors.toSet());
    }
}
