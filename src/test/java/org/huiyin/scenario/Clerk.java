package org.huiyin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.huiyin.scenario.LettersView.Waiting;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;

/**
 * Does the work of every officer of the city: takes each open task as the person it belongs to, or as one of those it is
 * offered to, and completes it through /api/v1 with his own login, so with the rights and the validation he would meet.
 */
final class Clerk {
    /** Tasks whose form must be opened first: it offers what may be chosen. */
    private static final Set<String> CHOOSING = Set.of(
            "decideClass",
            "forwardPetition",
            "signIn",
            "arbitrateCompetence",
            "decideAcceptance",
            "transferAccusation");

    private final int port;
    private final Organs organs;
    private final EngineGateway gateway;
    private final CaseFile cases;
    private final AtomicInteger done = new AtomicInteger();

    Clerk(int port, Organs organs, EngineGateway gateway, CaseFile cases) {
        this.port = port;
        this.organs = organs;
        this.gateway = gateway;
        this.cases = cases;
    }

    int tasksDone() {
        return done.get();
    }

    /** Does one of the open tasks. Two of three times: officers have other things to do as well. */
    void workOn(Waiting task, Matter matter) {
        List<OfficerId> people = peopleFor(task);
        if (people.isEmpty()) {
            throw new AssertionError(task + " waits for nobody");
        }
        if (matter.chance.nextInt(3) > 0) {
            doIt(task, matter, people);
        }
    }

    boolean isForNobody(Waiting task) {
        return peopleFor(task).isEmpty();
    }

    private void doIt(Waiting task, Matter matter, List<OfficerId> people) {
        List<OfficerId> willing = new ArrayList<>(people);
        java.util.Collections.shuffle(willing, matter.chance);
        Answer last = null;
        for (OfficerId officer : willing) {
            last = attempt(task, matter, officer);
            if (last.status() == 204) {
                done.incrementAndGet();
                return;
            }
        }
        throw new AssertionError(task + " as " + willing + ": " + last);
    }

    private Answer attempt(Waiting task, Matter matter, OfficerId officer) {
        Api api = Api.as(port, officer.value());
        String path = "/api/v1/tasks/" + task.task();
        JsonNode shown = MissingNode.getInstance();
        if (CHOOSING.contains(task.activity())) {
            Answer form = api.get(path);
            if (form.status() != 200) {
                return form;
            }
            shown = form.json().path("values");
        }
        if (task.assignee().isEmpty()) {
            Answer claimed = api.post(path + "/claim", Map.of());
            if (claimed.status() != 204) {
                return claimed;
            }
        }
        Map<String, Object> fields =
                new Paperwork(cases, matter.chance).fill(task.activity(), matter, officer.value(), shown);
        Answer completed = api.post(path + "/complete", Map.of("fields", fields));
        if (completed.status() == 400 && "OBJECT".equals(fields.get("decision"))) {
            completed = api.post(path + "/complete", Map.of("fields", Paperwork.signAfterAll(officer.value())));
        }
        if (completed.status() != 204 && task.assignee().isEmpty()) {
            gateway.as(officer, () -> gateway.handBack(task.task()));
        }
        return completed;
    }

    private List<OfficerId> peopleFor(Waiting task) {
        return task.assignee()
                .map(person -> organs.findOfficer(new OfficerId(person)).filter(Officer::valid).stream()
                        .map(Officer::id)
                        .toList())
                .orElseGet(() -> task.groups().stream()
                        .filter(group -> group.contains("."))
                        .flatMap(group -> members(group).stream())
                        .toList());
    }

    private List<OfficerId> members(String group) {
        int dot = group.indexOf('.');
        Optional<Role> role = java.util.Arrays.stream(Role.values())
                .filter(known -> known.id().equals(group.substring(dot + 1)))
                .findFirst();
        return role.map(known -> organs.officers(new OrganId(group.substring(0, dot)), known).stream()
                        .map(Officer::id)
                        .toList())
                .orElse(List.of());
    }
}
