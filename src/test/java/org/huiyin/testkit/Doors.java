package org.huiyin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.PetitionId;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every door through which somebody could learn of a petition: {@code Doors.of(port, "dispatch").openTo(petition)} names those
 * that open. A door that is shut must answer exactly as it does for a number that was never given.
 */
public final class Doors {
    private static final int FEWEST = 15;

    private final String officer;
    private final Api api;
    private final WebSession web;

    private Doors(int port, String officer) {
        this.officer = officer;
        this.api = Api.as(port, officer);
        this.web = WebSession.of(port, officer);
    }

    public static Doors of(int port, String officer) {
        return new Doors(port, officer);
    }

    /** The doors that let him learn of it, by name; none is what the law asks for. */
    public List<String> openTo(PetitionId petition) {
        List<String> open = new ArrayList<>();
        PetitionId nobodys = new PetitionId(petition.value().substring(0, 16) + "999999");
        Map<String, String> strangers = answers(nobodys.value());
        answers(petition.value()).forEach((door, answer) -> {
            String stranger = strangers.get(door).replace(nobodys.value(), petition.value());
            if (!answer.equals(stranger)) {
                open.add(door + ": " + answer);
            }
        });
        lists(petition.value()).forEach((door, answer) -> {
            if (answer.contains(petition.value())) {
                open.add(door);
            }
        });
        if (!Desk.as(officer).sees(petition).isEmpty()) {
            open.add("tasks of the engine: " + Desk.as(officer).sees(petition));
        }
        if (!Desk.as(officer).seesInstances(petition).isEmpty()) {
            open.add("instances of the engine: " + Desk.as(officer).seesInstances(petition));
        }
        return open;
    }

    /** The doors of one task, which the officer could only know from before. */
    public List<String> openToTask(String task) {
        List<String> open = new ArrayList<>();
        Map<String, Integer> answers = new LinkedHashMap<>();
        answers.put("engine get", web.engine("GET", "/task/" + task, null).status());
        answers.put(
                "engine form",
                web.engine("GET", "/task/" + task + "/form-variables", null).status());
        answers.put(
                "engine claim",
                web.engine("POST", "/task/" + task + "/claim", "{\"userId\":\"" + officer + "\"}")
                        .status());
        answers.put(
                "engine complete",
                web.engine("POST", "/task/" + task + "/complete", "{}").status());
        answers.put(
                "engine submit",
                web.engine("POST", "/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .status());
        answers.put(
                "case beside the task",
                web.get("/camunda/api/huiyin/tasks/" + task + "/case").status());
        answers.put("task by REST", api.get("/api/v1/tasks/" + task).status());
        answers.put(
                "claim by REST",
                api.post("/api/v1/tasks/" + task + "/claim", Map.of()).status());
        answers.put(
                "complete by REST",
                api.post("/api/v1/tasks/" + task + "/complete", Map.of("fields", Map.of()))
                        .status());
        answers.forEach((door, status) -> {
            if (status < 400) {
                open.add(door + " " + status);
            }
        });
        JsonNode cards = web.get("/camunda/api/huiyin/cards?task=" + task).json();
        if (!cards.isEmpty()) {
            open.add("card");
        }
        return open;
    }

    private Map<String, String> answers(String number) {
        Map<String, String> answers = new LinkedHashMap<>();
        addresses("{number}").forEach(address -> {
            String path = address.replace("{number}", number);
            answers.put("GET " + address, (path.startsWith("/camunda") ? web.get(path) : api.get(path)).toString());
        });
        answers.put(
                "REST name accused",
                api.post("/api/v1/petitions/" + number + "/accused", Map.of("name", "某某"))
                        .toString());
        answers.put(
                "unmask",
                web.post("/camunda/api/huiyin/petitions/" + number + "/unmask", "{\"reason\":\"核对地址\"}")
                        .toString());
        answers.put(
                "receipt",
                web.post("/camunda/api/huiyin/petitions/" + number + "/registration-receipt", "{}")
                        .toString());
        answers.put(
                "engine count of tasks",
                web.engine("POST", "/task/count", "{\"processInstanceBusinessKey\":\"" + number + "\"}")
                        .toString());
        answers.put(
                "engine count of instances",
                web.engine("POST", "/process-instance/count", "{\"businessKey\":\"" + number + "\"}")
                        .toString());
        answers.put(
                "engine count of past tasks",
                web.engine("GET", "/history/task/count?processInstanceBusinessKey=" + number, null)
                        .toString());
        answers.put(
                "engine count of past instances",
                web.engine("GET", "/history/process-instance/count?processInstanceBusinessKey=" + number, null)
                        .toString());
        return answers;
    }

    private Map<String, String> lists(String number) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("list", api.get("/api/v1/petitions").toString());
        answers.put(
                "search by number",
                api.post("/api/v1/petitions/search", Map.of("number", number)).toString());
        answers.put(
                "search by name",
                api.post("/api/v1/petitions/search", Map.of("name", Typed.NAME)).toString());
        answers.put(
                "search by phone",
                api.post("/api/v1/petitions/search", Map.of("phone", Typed.PHONE))
                        .toString());
        answers.put(
                "search by text",
                api.post("/api/v1/petitions/search", Map.of("text", "供水管道")).toString());
        answers.put("tasks", api.get("/api/v1/tasks").toString());
        answers.put(
                "same matter",
                api.post("/api/v1/petitions/candidates", Typed.letter()).toString());
        answers.put("digest", web.get("/camunda/api/huiyin/digest").toString());
        answers.put("ledger", api.post("/api/v1/ledger/page", Map.of()).toString());
        answers.put(
                "ledger by number",
                api.post("/api/v1/ledger/page", Map.of("words", number)).toString());
        for (String order : List.of("OLDEST", "DUE", "STUCK", "ENDED")) {
            answers.put(
                    "board " + order,
                    web.get("/camunda/api/huiyin/board/matters?order=" + order).toString());
        }
        return answers;
    }

    /** All that can be read of the application where this alone is to be filled in: a new one is a door from its first day. */
    private static List<String> addresses(String filled) {
        List<String> found = Desk.running()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(door -> door.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(door -> door.getPatternValues().stream())
                .filter(address ->
                        address.contains(filled) && !address.replace(filled, "").contains("{"))
                .sorted()
                .toList();
        if (found.size() < FEWEST) {
            throw new IllegalStateException("the addresses of a petition are not found any more: " + found);
        }
        return found;
    }
}
