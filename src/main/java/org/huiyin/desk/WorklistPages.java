package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.engine.DecisionRow;
import org.huiyin.kernel.OfficerId;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of tasks under the login of the webapps: what its cards say, and 取下一件. */
@RestController
@RequestMapping("/camunda/api/huiyin")
class WorklistPages {
    private final WebappLogin login;
    private final TaskCards cards;
    private final NextMatter next;
    private final TasklistFilters filters;
    private final Rights rights;

    /**
     * What he was given and why; with an empty task there was nothing to give.
     *
     * @param list the filter that holds it now
     */
    record Given(String task, String list, String number, String title, String step, List<String> why) {
        @Override
        public String toString() {
            return "Given[" + number + "]";
        }
    }

    /** A task that may be opened, and the filter that holds it once it is his. */
    record Step(String task, String list, String name, boolean mine) {}

    /** Whether a task that was his still is; if not, what has become of it as far as he may know. */
    record Standing(boolean mine, String words) {}

    WorklistPages(WebappLogin login, TaskCards cards, NextMatter next, TasklistFilters filters, Rights rights) {
        this.login = login;
        this.cards = cards;
        this.next = next;
        this.filters = filters;
        this.rights = rights;
    }

    /** What the head of the list of tasks offers this officer. */
    record Offers(boolean wholeOrgan) {}

    /** Whoever answers for the work of his organ sees all that is open in it, also what another has in hand. */
    @GetMapping("/worklist")
    ResponseEntity<Offers> offers() {
        return unstored(new Offers(rights.mayAnywhere(login.officer(), Right.REASSIGN)));
    }

    /** Tasks that the officer may not read are left out. */
    @GetMapping("/cards")
    ResponseEntity<List<TaskCard>> cards(@RequestParam("task") List<String> tasks) {
        return unstored(cards.of(login.officer(), login.tasks(tasks)));
    }

    @PostMapping("/next")
    ResponseEntity<Given> next() {
        login.officer();
        return unstored(next.take().map(this::given).orElseGet(this::nothing));
    }

    /** Of this matter, the step that the officer may do next; an empty task when it is others' turn. */
    @GetMapping("/petitions/{number}/next-step")
    ResponseEntity<Step> step(@PathVariable String number) {
        return unstored(step(next.stepOf(CaseDeskPages.petition(number))));
    }

    /** The same step, taken by the officer if it was offered only. */
    @PostMapping("/petitions/{number}/next-step")
    ResponseEntity<Step> takeStep(@PathVariable String number) {
        return unstored(step(next.takeStepOf(CaseDeskPages.petition(number))));
    }

    /** What came into his hands last: the registration that he has just begun. */
    @GetMapping("/newest")
    ResponseEntity<Step> newest() {
        return unstored(step(login.newest()));
    }

    private Step step(Optional<TaskAtHand> task) {
        return task.map(open -> new Step(
                        open.id(), filters.mine(), open.name(), open.assignee().isPresent()))
                .orElseGet(() -> new Step("", filters.mine(), "", false));
    }

    /** Asked while its form is open: a task taken away must not be worked on in vain. */
    @GetMapping("/tasks/{taskId}/standing")
    ResponseEntity<Standing> standing(@PathVariable String taskId) {
        OfficerId officer = login.officer();
        return unstored(login.task(taskId)
                .map(task -> standing(task, officer))
                .orElse(new Standing(false, "它已经转交他人，或者已经办结，或者因回避不再由您办理；填写的内容没有提交。")));
    }

    private static Standing standing(TaskAtHand task, OfficerId officer) {
        return new Standing(
                task.assignee().filter(officer::equals).isPresent(),
                task.assignee().isPresent() ? "它已由他人承办；填写的内容没有提交。" : "它已退回本组，尚无人领取；填写的内容没有提交。");
    }

    private Given given(NextMatter.Ranked taken) {
        return new Given(
                taken.task().id(),
                filters.mine(),
                taken.matter().id().value(),
                taken.matter().title(),
                taken.task().name(),
                why(taken));
    }

    private Given nothing() {
        return new Given("", filters.mine(), "", "", "", List.of("本组没有待签收的事项。手上的待办见“我的待办”。"));
    }

    private List<String> why(NextMatter.Ranked taken) {
        List<String> reasons =
                taken.reasons().stream().map(WorklistPages::inWords).toList();
        return Stream.concat(
                        reasons.isEmpty() ? Stream.of("没有更急的，按到期先后、等候先后取出") : reasons.stream(),
                        Stream.of("合计" + taken.points() + "分，在您能签收的事项里最高；本组还有" + login.countOffered() + "件待签收"))
                .toList();
    }

    private static String inWords(DecisionRow row) {
        return row.text("reason") + "（" + row.number("points") + "分）";
    }
}
