package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.huiyin.casefile.Topic;
import org.huiyin.casefile.Topics;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 重点专题: the list grows without a release (R33). */
@RestController
@RequestMapping("/api/v1/topics")
@Tag(name = "重点专题")
class TopicsApi {
    private final Topics topics;
    private final Rights rights;

    TopicsApi(Topics topics, Rights rights) {
        this.topics = topics;
        this.rights = rights;
    }

    record NewTopic(@Nullable String label, @Nullable String note) {}

    record ChangedTopic(@Nullable String note, @Nullable Boolean valid) {}

    @GetMapping
    @Operation(summary = "重点专题", description = "valid 为 false 的已停用，已有的事项仍然保留。")
    List<Topic> list() {
        return topics.all();
    }

    @PostMapping
    @Operation(summary = "增加重点专题", description = "由管理员增加，立即出现在登记表单里。")
    ResponseEntity<Topic> add(@RequestBody NewTopic topic) {
        rights.require(Actor.current(), Right.MANAGE_TOPICS);
        Topic added = topics.add(Words.text(topic.label()), Words.text(topic.note()), Actor.current());
        return ResponseEntity.created(URI.create("/api/v1/topics/" + added.code()))
                .body(added);
    }

    @PutMapping("/{code:[A-Z][A-Z0-9_]{1,39}}")
    @Operation(summary = "修改说明，停用或者重新启用", description = "名称不能改，专题不能删除。")
    Topic change(@PathVariable String code, @RequestBody ChangedTopic topic) {
        rights.require(Actor.current(), Right.MANAGE_TOPICS);
        if (topic.valid() == null) {
            throw InvalidInput.of("valid", "是否启用", "请填写 true 或者 false。");
        }
        return topics.change(code, Words.text(topic.note()), topic.valid(), Actor.current());
    }
}
