package org.huiyin.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The work of the acting person: his own tasks and what is offered to his groups. Others' tasks do not exist here. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "待办")
class TasksApi {
    private final WorkProcess work;
    private final Organs organs;

    TasksApi(WorkProcess work, Organs organs) {
        this.work = work;
        this.organs = organs;
    }

    record MyTasks(List<WorkItem> mine, List<WorkItem> offered) {}

    record OpenForm(WorkItem task, JsonNode form, Map<String, Object> values) {}

    record Completion(@Nullable Map<String, Object> fields) {
        @Override
        public String toString() {
            return "Completion";
        }
    }

    @GetMapping
    @Operation(summary = "我的待办和本组待领取", description = "petition 只看一件；每个列表最多500项，最紧急的在前。")
    MyTasks list(@RequestParam(required = false) @Nullable String petition) {
        Optional<PetitionId> only = Optional.ofNullable(petition).map(Numbers::of);
        OfficerId person = Actor.current();
        List<WorkItem> offered = Stream.concat(
                        work.offeredTo(groups(), only).stream(), work.offeredTo(person, only).stream())
                .distinct()
                .toList();
        return new MyTasks(work.of(person, only), offered);
    }

    @GetMapping("/{id}")
    @Operation(summary = "打开待办", description = "表单的字段、默认值和可选项。")
    OpenForm open(@PathVariable String id) {
        WorkItem task = visible(id);
        return new OpenForm(task, work.form(id), work.values(id));
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "领取")
    void claim(@PathVariable String id) {
        visible(id);
        work.claim(id);
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "填写表单并提交", description = "只收表单里的字段，校验与待办页面相同。")
    void complete(@PathVariable String id, @RequestBody Completion completion) {
        visible(id);
        if (completion.fields() == null) {
            throw InvalidInput.of("fields", "表单内容", "请填写表单内容，没有内容时填写 {}。");
        }
        work.complete(id, completion.fields());
    }

    private WorkItem visible(String id) {
        WorkItem task = work.find(id).orElseThrow(TasksApi::missing);
        boolean mine = task.assignee().equals(Optional.of(Actor.current().value()));
        if (!mine && !work.isOfferedTo(id, Actor.current(), groups())) {
            throw missing();
        }
        return task;
    }

    private static NotFound missing() {
        return new NotFound("没有这项待办，或者它不在您和您所在的组名下。");
    }

    private Set<String> groups() {
        OfficerId person = Actor.current();
        return organs.findOfficer(person).filter(Officer::valid).stream()
                .flatMap(officer -> officer.roles().stream().map(role -> role.groupOf(officer.organ())))
                .collect(Collectors.toSet());
    }
}
