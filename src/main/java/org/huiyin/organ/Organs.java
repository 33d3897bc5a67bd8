package org.huiyin.organ;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.springframework.stereotype.Service;

/**
 * The organs of the city, their officers, duties and the review ladder.
 *
 * <p>The tree is small and read by every step, so each node keeps a copy in memory. A change raises a version number in the same
 * transaction; a node compares that number when its copy is older than a few seconds and reads the tree again only when it differs.
 * So a change, a revoked role too, is seen by every node within {@link #LOOK_AGAIN}, without any message between nodes.
 */
@Service
public class Organs {
    static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final OrganTable table;
    private final AbsenceTable absences;
    private volatile Copy copy = new Copy(OrganTree.empty(), Map.of(), Long.MIN_VALUE);

    Organs(OrganTable table, AbsenceTable absences) {
        this.table = table;
        this.absences = absences;
    }

    /** R28: his work is done by others for the time being. */
    public boolean isAway(OfficerId officer) {
        return copy().away().containsKey(officer);
    }

    /** Everybody who is away. */
    public Set<OfficerId> away() {
        return copy().away().keySet();
    }

    /** Who does the work of one who is away: of the same organ and role, and not away himself. */
    public Optional<OfficerId> deputyOf(OfficerId away, Role role) {
        Copy now = copy();
        return Optional.ofNullable(now.away().get(away))
                .flatMap(Absence::deputy)
                .filter(deputy -> !now.away().containsKey(deputy))
                .filter(deputy -> now.tree()
                        .officer(away)
                        .filter(officer -> mayWork(deputy, officer.organ(), role))
                        .isPresent());
    }

    /** The organ of this id, also one that is no longer valid. */
    public Organ get(OrganId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no such organ: " + id.value()));
    }

    public Optional<Organ> find(OrganId id) {
        return tree().organ(id);
    }

    /** All valid organs, ordered by region, level, kind and id. */
    public List<Organ> all() {
        return tree().organs(organ -> true);
    }

    public List<Organ> ofKind(OrganKind kind) {
        return tree().organs(organ -> organ.kind() == kind);
    }

    /** The organs that can be competent for a petition, so that it may be forwarded to them. */
    public List<Organ> receivers() {
        return tree().organs(Organ::receives);
    }

    /** The valid officers of an organ in a role, ordered by id. */
    public List<Officer> officers(OrganId organ, Role role) {
        return tree().officers(organ, role);
    }

    /** The valid officers of an organ, ordered by id. */
    public List<Officer> staff(OrganId organ) {
        return tree().staff(organ);
    }

    /** The officer of this id, also one who has left: the journal still names him. */
    public Officer officer(OfficerId id) {
        return findOfficer(id).orElseThrow(() -> new IllegalArgumentException("no such officer: " + id.value()));
    }

    public Optional<Officer> findOfficer(OfficerId id) {
        return tree().officer(id);
    }

    public Optional<Organ> organOf(OfficerId id) {
        OrganTree tree = tree();
        return tree.officer(id).filter(Officer::valid).map(Officer::organ).flatMap(tree::organ);
    }

    /** 第一责任人: who answers for what waits in this organ without a named officer (R25, R49). */
    public Officer firstResponsible(OrganId organ) {
        return officer(get(organ).firstResponsible());
    }

    /** Article 35: the organ that reviews this organ's opinions, empty when it is no user of this system. */
    public Optional<Organ> reviewerOf(OrganId organ) {
        return tree().reviewerOf(organ);
    }

    /** The reviewing organ's name as the opinion must print it, whether it works in this system or not. */
    public Optional<String> reviewerName(OrganId organ) {
        return reviewerOf(organ).map(Organ::name).or(() -> find(organ).flatMap(Organ::outsideReviewer));
    }

    /** Article 24: the organ that does this organ's work today, itself as long as it is valid. */
    public Organ today(OrganId organ) {
        return tree().today(get(organ));
    }

    public boolean isPetitionBureau(OrganId organ) {
        return find(organ).filter(o -> o.kind() == OrganKind.PETITION_BUREAU).isPresent();
    }

    /** The organs over this one, nearest first: by line of business before territory, each once. */
    public List<Organ> superiors(OrganId organ) {
        return tree().superiors(organ);
    }

    /** Whether the organ is the other one or lies below it in its territory (块); never by line of business. */
    public boolean isWithin(OrganId organ, OrganId ancestor) {
        return tree().isWithin(organ, ancestor);
    }

    /** Article 24: who decides between these organs; none when nobody stands above them all. */
    public Optional<Organ> commonSuperior(Set<OrganId> parties) {
        return tree().commonSuperior(parties);
    }

    /** The government whose territory the organ belongs to, itself when it is one. */
    public Optional<Organ> governmentOf(OrganId organ) {
        return tree().governmentOf(organ);
    }

    /** The valid organ of exactly this full name. */
    public Optional<Organ> byName(String name) {
        return all().stream().filter(organ -> organ.name().equals(name.strip())).findFirst();
    }

    public List<Duty> duties(OrganId organ) {
        return tree().duties(organ);
    }

    /** The receiving organs whose duty list names this class of content, the lowest level first (R6). */
    public List<Organ> competentFor(String subject) {
        OrganTree tree = tree();
        return receivers().stream()
                .filter(organ -> tree.duties(organ.id()).stream()
                        .anyMatch(duty -> duty.subject().equals(subject)))
                .sorted((one, other) -> other.level().compareTo(one.level()))
                .toList();
    }

    /** Whether this person works in this organ in this role today. */
    public boolean mayWork(OfficerId officer, OrganId organ, Role role) {
        return findOfficer(officer)
                .filter(Officer::valid)
                .filter(found -> found.organ().equals(organ) && found.is(role))
                .isPresent();
    }

    /** R25: no matter is handled without an organ and a named officer of it. */
    public void refuseStranger(OfficerId handler, OrganId organ) {
        if (!mayWork(handler, organ, Role.HANDLE)) {
            throw InvalidInput.of("handler", "承办人", "不是责任单位的承办人员，请指定本单位的承办人。");
        }
    }

    /** R28: whoever is away is given nothing new. */
    public void refuseAway(OfficerId handler) {
        if (isAway(handler)) {
            String instead = deputyOf(handler, Role.HANDLE)
                    .flatMap(this::findOfficer)
                    .map(deputy -> "，由" + deputy.name() + "代办")
                    .orElse("");
            throw InvalidInput.of("handler", "承办人", "目前不在岗" + instead + "，请另选。");
        }
    }

    OrganTree tree() {
        return copy().tree();
    }

    private Copy copy() {
        Copy held = copy;
        long now = System.nanoTime();
        if (held.readAt() != Long.MIN_VALUE && now - held.readAt() < LOOK_AGAIN.toNanos()) {
            return held;
        }
        return look(held, now);
    }

    /** For the node that made the change: see it at once. */
    OrganTree reload() {
        return look(new Copy(OrganTree.empty(), Map.of(), Long.MIN_VALUE), System.nanoTime())
                .tree();
    }

    /** What was read may have been rolled back: the next question reads again. */
    void forget() {
        copy = new Copy(OrganTree.empty(), Map.of(), Long.MIN_VALUE);
    }

    private Copy look(Copy held, long now) {
        boolean current = held.readAt() != Long.MIN_VALUE
                && table.version() == held.tree().version();
        Copy seen = current ? new Copy(held.tree(), held.away(), now) : new Copy(table.read(), readAway(), now);
        copy = seen;
        return seen;
    }

    private Map<OfficerId, Absence> readAway() {
        return absences.running().stream().collect(Collectors.toUnmodifiableMap(Absence::officer, Function.identity()));
    }

    private record Copy(OrganTree tree, Map<OfficerId, Absence> away, long readAt) {}
}
