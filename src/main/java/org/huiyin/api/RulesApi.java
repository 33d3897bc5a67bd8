package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.huiyin.deadline.NewCalendar;
import org.huiyin.deadline.NewTimeLimit;
import org.huiyin.deadline.RuleChangeSheet;
import org.huiyin.deadline.RuleChanges;
import org.huiyin.deadline.RuleDecision;
import org.huiyin.deadline.ShownChange;
import org.huiyin.deadline.TimeLimitSheet;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Time limits in force, and how they and the calendar are changed: proposed by one person, approved by another. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "期限规定和日历变更")
class RulesApi {
    private final RuleChanges changes;

    RulesApi(RuleChanges changes) {
        this.changes = changes;
    }

    @GetMapping("/time-limits")
    @Operation(
            summary = "现行期限规定",
            description = "全国、地区和机关的规定，以及已定将来生效的；past=true 时连同已被取代的。state：CURRENT 现行，FUTURE 将来生效，PAST 已被取代。")
    List<TimeLimitSheet> limits(@RequestParam(defaultValue = "false") boolean past) {
        return changes.limits(past);
    }

    @GetMapping("/rule-changes")
    @Operation(summary = "日历和期限变更", description = "最近200项，新的在前，连同每一步的经办人。")
    List<RuleChangeSheet> list() {
        return changes.newest();
    }

    @GetMapping("/rule-changes/{id:\\d{1,18}}")
    @Operation(summary = "一项变更", description = "待审批时 effect 给出对正在计时的期限的影响；检举控告件计数而不列出。")
    ShownChange show(@PathVariable long id) {
        return changes.show(id);
    }

    @PostMapping("/rule-changes/calendar")
    @Operation(
            summary = "提出日历变更",
            description = "calendar 为一年日历的 JSON 文本 {year, papers, days:[{name, date, isOffDay}]}，或者若干年的列表；"
                    + "region 为六位行政区划代码，不填为全国。dryRun=true 只检查并给出影响，不保存。")
    ResponseEntity<?> calendar(
            @RequestParam(defaultValue = "false") boolean dryRun, @RequestBody NewCalendar proposed) {
        return dryRun ? ResponseEntity.ok(changes.tryCalendar(proposed)) : created(changes.proposeCalendar(proposed));
    }

    @PostMapping("/rule-changes/time-limit")
    @Operation(
            summary = "提出期限变更",
            description = "timeLimit 里没有填写的项目与全国的规定相同；organ 为机关编号，适用于该机关及下级。dryRun=true 只检查并给出影响，不保存。")
    ResponseEntity<?> timeLimit(
            @RequestParam(defaultValue = "false") boolean dryRun, @RequestBody NewTimeLimit proposed) {
        return dryRun ? ResponseEntity.ok(changes.tryTimeLimit(proposed)) : created(changes.proposeTimeLimit(proposed));
    }

    @PostMapping("/rule-changes/{id:\\d{1,18}}/approve")
    @Operation(summary = "批准变更", description = "提出人不能批准自己提出的变更。批准后立即适用于新起算的期限，正在计时的随后分批重新计算。")
    RuleChangeSheet approve(@PathVariable long id, @RequestBody RuleDecision decision) {
        return changes.approve(id, decision.reason());
    }

    @PostMapping("/rule-changes/{id:\\d{1,18}}/refuse")
    @Operation(summary = "不批准变更", description = "必须写明理由。")
    RuleChangeSheet refuse(@PathVariable long id, @RequestBody RuleDecision decision) {
        return changes.refuse(id, decision.reason());
    }

    @PostMapping("/rule-changes/{id:\\d{1,18}}/withdraw")
    @Operation(summary = "撤回变更", description = "只有提出人能撤回。")
    RuleChangeSheet withdraw(@PathVariable long id, @RequestBody RuleDecision decision) {
        return changes.withdraw(id, decision.reason());
    }

    private static ResponseEntity<RuleChangeSheet> created(RuleChangeSheet change) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/rule-changes/" + change.id())
                .body(change);
    }
}
