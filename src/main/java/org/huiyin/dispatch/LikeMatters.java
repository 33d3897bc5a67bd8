package org.huiyin.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.Actor;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.WaitingTask;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Service;

/**
 * 批量转送: matters that share a proposal are forwarded by one decision of the dispatcher. Each gets its own letter, notice and
 * journal in a transaction of its own; what is refused stays in the list, and the answer says why.
 */
@Service
public class LikeMatters {
    private static final String ACTIVITY = "forwardPetition";
    /** As many as a person looks through before deciding. */
    private static final int MOST = 100;

    /** As many as his list shows. */
    private static final int LISTED = 500;

    private final EngineGateway gateway;
    private final Dispatch dispatch;
    private final CaseFile cases;
    private final Organs organs;

    LikeMatters(EngineGateway gateway, Dispatch dispatch, CaseFile cases, Organs organs) {
        this.gateway = gateway;
        this.dispatch = dispatch;
        this.cases = cases;
        this.organs = organs;
    }

    /** One of the matters that wait to be forwarded. */
    public record Matter(String task, PetitionId petition, String title) {
        /** Never prints the title: records end up in logs. */
        @Override
        public String toString() {
            return "Matter[" + petition + "]";
        }
    }

    /** Matters for which the same organ is proposed for the same reason. */
    public record Group(OrganId organ, String organName, String reason, List<Matter> matters) {}

    /** What became of one of them. */
    public record Outcome(String task, Optional<PetitionId> petition, boolean done, List<FieldError> errors) {}

    private record Key(OrganId organ, String name, String reason) {}

    /** Whether the acting person forwards matters at all. */
    public boolean isForDispatchers() {
        return !groupsOf(Actor.current()).isEmpty();
    }

    /** Of the acting dispatcher's open work, what could be decided together: two matters at least. */
    public List<Group> groups() {
        Map<Key, List<Matter>> alike = new LinkedHashMap<>();
        for (WaitingTask task : waiting()) {
            Petition petition = cases.get(task.petition());
            dispatch.proposal(petition.id(), petition.organ())
                    .first()
                    .ifPresent(best -> alike.computeIfAbsent(
                                    new Key(best.organ(), best.name(), best.reason()), key -> new ArrayList<>())
                            .add(new Matter(task.id(), petition.id(), petition.title())));
        }
        return alike.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> new Group(
                        group.getKey().organ(),
                        group.getKey().name(),
                        group.getKey().reason(),
                        group.getValue()))
                .toList();
    }

    /** Not one transaction: what has been forwarded stays forwarded, whatever becomes of the next. */
    public List<Outcome> forward(List<String> tasks, OrganId receiver, String reason) {
        if (tasks.isEmpty() || tasks.size() > MOST) {
            throw InvalidInput.of("tasks", "事项", "请选择1至" + MOST + "件。");
        }
        Map<String, WaitingTask> open = new LinkedHashMap<>();
        waiting().forEach(task -> open.put(task.id(), task));
        return new LinkedHashSet<>(tasks)
                .stream()
                        .map(task -> Optional.ofNullable(open.get(task))
                                .map(waiting -> forward(waiting, receiver, reason))
                                .orElseGet(() -> refused(task, Optional.empty(), "不在您的待办之中，或者已经办理，请刷新列表。")))
                        .toList();
    }

    private Outcome forward(WaitingTask task, OrganId receiver, String reason) {
        try {
            if (task.offered()) {
                gateway.claim(task.id());
            }
        } catch (RuntimeException taken) {
            return refused(task.id(), Optional.of(task.petition()), "刚刚被他人领取，请刷新列表。");
        }
        try {
            gateway.complete(task.id(), Map.of("receivingOrgan", receiver.value(), "forwardReason", reason));
            return new Outcome(task.id(), Optional.of(task.petition()), true, List.of());
        } catch (InvalidInput refused) {
            handBack(task);
            return new Outcome(task.id(), Optional.of(task.petition()), false, refused.errors());
        } catch (RuntimeException failed) {
            handBack(task);
            return refused(task.id(), Optional.of(task.petition()), "没有办成，请打开这件事项单独转送。");
        }
    }

    /** What was taken for this alone is offered to the group again. */
    private void handBack(WaitingTask task) {
        if (task.offered()) {
            gateway.handBack(task.id());
        }
    }

    private static Outcome refused(String task, Optional<PetitionId> petition, String message) {
        return new Outcome(task, petition, false, List.of(new FieldError("task", "事项", message)));
    }

    private List<WaitingTask> waiting() {
        List<String> groups = groupsOf(Actor.current());
        return groups.isEmpty() ? List.of() : gateway.waiting(ACTIVITY, groups, LISTED);
    }

    private List<String> groupsOf(OfficerId person) {
        return organs.findOfficer(person).filter(Officer::valid).stream()
                .filter(officer -> officer.is(Role.DISPATCH))
                .map(officer -> Role.DISPATCH.groupOf(officer.organ()))
                .toList();
    }
}
