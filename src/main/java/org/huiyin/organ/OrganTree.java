package org.huiyin.organ;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;

/** The whole tree at one moment, unchangeable: a city has some hundred organs, so every question is answered in memory. */
final class OrganTree {
    private static final Comparator<Organ> AS_IN_A_DIRECTORY = Comparator.comparing(Organ::region)
            .thenComparing(Organ::level)
            .thenComparing(Organ::kind)
            .thenComparing(organ -> organ.id().value());

    private final long version;
    private final List<Organ> all;
    private final Map<OrganId, Organ> organs;
    private final Map<OfficerId, Officer> officers;
    private final Map<OrganId, List<Officer>> staff;
    private final Map<OrganId, List<Duty>> duties;
    private final Map<OrganId, String> paths;

    OrganTree(long version, Collection<Organ> organs, Collection<Officer> officers, Collection<Duty> duties) {
        this.version = version;
        this.all = organs.stream().sorted(AS_IN_A_DIRECTORY).toList();
        this.organs = all.stream().collect(toUnmodifiableMap(Organ::id, Function.identity()));
        this.officers = officers.stream().collect(toUnmodifiableMap(Officer::id, Function.identity()));
        this.staff = officers.stream()
                .filter(Officer::valid)
                .sorted(Comparator.comparing(officer -> officer.id().value()))
                .collect(Collectors.groupingBy(Officer::organ));
        this.duties =
                duties.stream().sorted(Comparator.comparing(Duty::subject)).collect(Collectors.groupingBy(Duty::organ));
        this.paths = all.stream().collect(toUnmodifiableMap(Organ::id, this::pathOf));
    }

    static OrganTree empty() {
        return new OrganTree(0, List.of(), List.of(), List.of());
    }

    long version() {
        return version;
    }

    List<Organ> organs() {
        return all;
    }

    List<Organ> organs(Predicate<Organ> which) {
        return all.stream().filter(Organ::valid).filter(which).toList();
    }

    Optional<Organ> organ(OrganId id) {
        return Optional.ofNullable(organs.get(id));
    }

    Collection<Officer> officers() {
        return officers.values();
    }

    Optional<Officer> officer(OfficerId id) {
        return Optional.ofNullable(officers.get(id));
    }

    List<Officer> officers(OrganId organ, Role role) {
        return staff.getOrDefault(organ, List.of()).stream()
                .filter(officer -> officer.is(role))
                .toList();
    }

    List<Officer> staff(OrganId organ) {
        return staff.getOrDefault(organ, List.of());
    }

    /** Breadth first, so that what is two steps away comes after what is one step away. */
    List<Organ> superiors(OrganId organ) {
        Map<OrganId, Organ> found = new LinkedHashMap<>();
        Deque<OrganId> next = new ArrayDeque<>(List.of(organ));
        while (!next.isEmpty()) {
            organ(next.remove()).stream()
                    .flatMap(below -> Stream.of(below.line(), below.block()))
                    .flatMap(Optional::stream)
                    .flatMap(above -> organ(above).map(this::today).stream())
                    .filter(above -> !above.id().equals(organ) && !found.containsKey(above.id()))
                    .forEach(above -> {
                        found.put(above.id(), above);
                        next.add(above.id());
                    });
        }
        return List.copyOf(found.values());
    }

    List<Duty> duties() {
        return duties.values().stream().flatMap(List::stream).toList();
    }

    List<Duty> duties(OrganId organ) {
        return duties.getOrDefault(organ, List.of());
    }

    /** The organ that does this organ's work today: itself, or whoever took over (article 24). */
    Organ today(Organ organ) {
        Organ current = organ;
        Set<OrganId> seen = new HashSet<>();
        while (!current.valid() && current.successor().isPresent() && seen.add(current.id())) {
            current = organ(current.successor().get()).orElse(current);
        }
        return current;
    }

    Optional<Organ> reviewerOf(OrganId id) {
        return organ(id).flatMap(Organ::reviewOrgan).flatMap(this::organ).map(this::today);
    }

    /** 块 path: ids from the root to this organ, each followed by a slash. */
    String path(OrganId organ) {
        return paths.getOrDefault(organ, "");
    }

    boolean isWithin(OrganId organ, OrganId ancestor) {
        String above = path(ancestor);
        return !above.isEmpty() && path(organ).startsWith(above);
    }

    Set<OrganId> within(OrganId own, Scope scope) {
        return switch (scope) {
            case OWN_ORGAN -> Set.of(own);
            case SUBTREE -> ids(organ -> isWithin(organ.id(), own));
            case BELOW ->
                ids(organ -> !organ.id().equals(own)
                        && (isWithin(organ.id(), own) || lineAbove(organ).anyMatch(own::equals)));
            case TERRITORY ->
                governmentOf(own)
                        .map(government -> ids(organ -> isWithin(organ.id(), government.id())))
                        .orElse(Set.of(own));
            case OFFICE_TERRITORY ->
                within(
                        own,
                        organ(own)
                                        .filter(organ -> organ.kind() == OrganKind.PETITION_BUREAU)
                                        .isPresent()
                                ? Scope.TERRITORY
                                : Scope.OWN_ORGAN);
            case REVIEWED ->
                ids(organ -> organ.id().equals(own)
                        || reviewerOf(organ.id())
                                .filter(r -> r.id().equals(own))
                                .isPresent());
            case ALL -> ids();
        };
    }

    /** The nearest government on the way up the territory, the organ itself included. */
    Optional<Organ> governmentOf(OrganId id) {
        Optional<Organ> organ = organ(id);
        Set<OrganId> seen = new HashSet<>();
        while (organ.isPresent()
                && organ.get().kind() != OrganKind.GOVERNMENT
                && seen.add(organ.get().id())) {
            organ = organ.get().block().flatMap(this::organ);
        }
        return organ.filter(found -> found.kind() == OrganKind.GOVERNMENT);
    }

    /** 条: the organs above this one in its line of business, the next one first. */
    private Stream<OrganId> lineAbove(Organ organ) {
        Set<OrganId> above = new LinkedHashSet<>();
        Optional<OrganId> next = organ.line();
        while (next.isPresent() && above.add(next.get())) {
            next = organ(next.get()).flatMap(Organ::line);
        }
        return above.stream();
    }

    /** Article 24: the nearest government they all belong to, otherwise the nearest organ above them all in their line. */
    Optional<Organ> commonSuperior(Set<OrganId> organs) {
        return common(organs, organ -> governmentsAbove(organ).stream())
                .or(() -> common(organs, organ -> organ(organ).stream().flatMap(this::lineAbove)));
    }

    private Optional<Organ> common(Set<OrganId> organs, Function<OrganId, Stream<OrganId>> above) {
        return organs.stream()
                .findFirst()
                .flatMap(one -> above.apply(one)
                        .filter(superior -> !organs.contains(superior))
                        .filter(superior -> organs.stream()
                                .allMatch(other -> above.apply(other).anyMatch(superior::equals)))
                        .findFirst())
                .flatMap(this::organ)
                .map(this::today);
    }

    private Set<OrganId> governmentsAbove(OrganId organ) {
        Set<OrganId> above = new LinkedHashSet<>();
        Optional<Organ> next = governmentOf(organ);
        while (next.isPresent() && above.add(next.get().id())) {
            next = next.get().block().flatMap(this::governmentOf);
        }
        return above;
    }

    Set<OrganId> ids() {
        return organs.keySet();
    }

    private Set<OrganId> ids(Predicate<Organ> which) {
        return all.stream().filter(which).map(Organ::id).collect(Collectors.toSet());
    }

    private String pathOf(Organ organ) {
        StringBuilder path = new StringBuilder();
        Optional<Organ> step = Optional.of(organ);
        Set<OrganId> seen = new HashSet<>();
        while (step.isPresent() && seen.add(step.get().id())) {
            path.insert(0, step.get().id().value() + "/");
            step = step.get().block().flatMap(this::organ);
        }
        return path.toString();
    }
}
