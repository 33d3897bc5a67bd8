package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.util.List;
import org.huiyin.dispatch.LikeMatters;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 批量转送 under the login of the webapps: a dialog over the list of tasks. */
@RestController
@RequestMapping("/camunda/api/huiyin/like-matters")
class LikeMattersPages {
    private final WebappLogin login;
    private final EngineGateway engine;
    private final LikeMatters matters;

    LikeMattersPages(WebappLogin login, EngineGateway engine, LikeMatters matters) {
        this.login = login;
        this.engine = engine;
        this.matters = matters;
    }

    /** Whether the button is shown. */
    record Reader(boolean forwards) {}

    record Line(String task, String number, String title) {}

    record Group(String organ, String organName, String reason, List<Line> matters) {}

    record Decision(
            @Nullable List<String> tasks,
            @Nullable String organ,
            @Nullable String reason) {}

    record Outcome(String task, String number, boolean done, String why) {}

    @GetMapping("/reader")
    ResponseEntity<Reader> reader() {
        return unstored(new Reader(engine.as(login.officer(), matters::isForDispatchers)));
    }

    @GetMapping
    ResponseEntity<List<Group>> groups() {
        return unstored(engine.as(login.officer(), matters::groups).stream()
                .map(group -> new Group(
                        group.organ().value(),
                        group.organName(),
                        group.reason(),
                        group.matters().stream()
                                .map(matter -> new Line(
                                        matter.task(), matter.petition().value(), matter.title()))
                                .toList()))
                .toList());
    }

    @PostMapping
    ResponseEntity<List<Outcome>> forward(@RequestBody Decision decision) {
        List<String> tasks = decision.tasks() == null ? List.of() : decision.tasks();
        String organ = decision.organ() == null ? "" : decision.organ();
        String reason = decision.reason() == null ? "" : decision.reason();
        if (!OrganId.isId(organ)) {
            throw InvalidInput.of("organ", "转送单位", "请从列表中选择。");
        }
        return unstored(engine.as(login.officer(), () -> matters.forward(tasks, new OrganId(organ), reason)).stream()
                .map(outcome -> new Outcome(
                        outcome.task(),
                        outcome.petition().map(petition -> petition.value()).orElse(""),
                        outcome.done(),
                        outcome.errors().stream()
                                .map(error -> "【" + error.label() + "】" + error.message())
                                .reduce("", String::concat)))
                .toList());
    }
}
