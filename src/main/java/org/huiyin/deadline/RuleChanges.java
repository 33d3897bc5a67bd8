package org.huiyin.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CleanText;
import org.huiyin.deadline.RuleChange.Entry;
import org.huiyin.deadline.RuleDrafts.Draft;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calendars and time limits change by two people: one proposes and sees what would come of it, another approves. With the
 * approval the change is in force on every node for every clock that starts; ruleRecount.bpmn then counts the running ones
 * anew. A rule is never edited: a change is a new row, and what it replaces stays.
 */
@Service
@Transactional
public class RuleChanges {
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_SHOWN = 200;

    private final RuleChangeTable changes;
    private final RuleDrafts drafts;
    private final RuleEffects effects;
    private final RuleSheets sheets;
    private final RuleVersion version;
    private final DeadlineProcess process;
    private final Rights rights;
    private final Clock time;

    RuleChanges(
            RuleChangeTable changes,
            RuleDrafts drafts,
            RuleEffects effects,
            RuleSheets sheets,
            RuleVersion version,
            DeadlineProcess process,
            Rights rights,
            Clock time) {
        this.changes = changes;
        this.drafts = drafts;
        this.effects = effects;
        this.sheets = sheets;
        this.version = version;
        this.process = process;
        this.rights = rights;
        this.time = time;
    }

    /** The time limits of today and of the days to come; with {@code past} also those that have been replaced. */
    @Transactional(readOnly = true)
    public List<TimeLimitSheet> limits(boolean past) {
        return sheets.limits(past);
    }

    /** The calendar of a year with the notice behind every day. */
    @Transactional(readOnly = true)
    public CalendarSheet calendar(int year, Region region) {
        return sheets.calendar(year, region);
    }

    /** The newest changes first. */
    @Transactional(readOnly = true)
    public List<RuleChangeSheet> newest() {
        OfficerId reader = reader();
        return changes.newest(MOST_SHOWN).stream()
                .map(change -> sheets.of(change, reader))
                .toList();
    }

    @Transactional(readOnly = true)
    public RuleChangeSheet get(long id) {
        OfficerId reader = reader();
        return sheets.of(find(id), reader);
    }

    /** With what an open proposal would do to the clocks that run now; nothing of one that has been decided. */
    @Transactional(readOnly = true)
    public ShownChange show(long id) {
        OfficerId reader = reader();
        RuleChange change = find(id);
        Optional<RuleEffect> effect =
                Optional.of(change).filter(RuleChange::isProposed).map(open -> effects.of(content(open)));
        return new ShownChange(sheets.of(change, reader), effect);
    }

    /** The dry run of a calendar file: refused with every mistake in it, or what it would do. */
    @Transactional(readOnly = true)
    public RuleEffect tryCalendar(NewCalendar proposed) {
        rights.require(Actor.current(), Right.PROPOSE_RULES);
        return effects.of(calendar(proposed));
    }

    /** The dry run of a time limit. */
    @Transactional(readOnly = true)
    public RuleEffect tryTimeLimit(NewTimeLimit proposed) {
        rights.require(Actor.current(), Right.PROPOSE_RULES);
        return effects.of(proposed.proposal());
    }

    public RuleChangeSheet proposeCalendar(NewCalendar proposed) {
        rights.require(Actor.current(), Right.PROPOSE_RULES);
        return propose(calendar(proposed), proposed.reason());
    }

    public RuleChangeSheet proposeTimeLimit(NewTimeLimit proposed) {
        rights.require(Actor.current(), Right.PROPOSE_RULES);
        return propose(proposed.proposal(), proposed.reason());
    }

    /** The four eyes: whoever proposed it cannot. Read against the rules of this moment once more. */
    public RuleChangeSheet approve(long id, @Nullable String note) {
        rights.require(Actor.current(), Right.APPROVE_RULES);
        version.lock();
        RuleChange change = open(id);
        requireAnother(change);
        RuleProposal proposal = content(change);
        drafts.read(proposal);
        drafts.write(proposal, id);
        version.raise();
        changes.become(id, entry(RuleChangeState.APPROVED, note("note", "审批意见", note)));
        process.startRecount(id);
        return get(id);
    }

    public RuleChangeSheet refuse(long id, @Nullable String reason) {
        rights.require(Actor.current(), Right.APPROVE_RULES);
        RuleChange change = open(id);
        requireAnother(change);
        changes.become(id, entry(RuleChangeState.REFUSED, required("reason", "不批准的理由", reason)));
        return get(id);
    }

    /** Only by whoever proposed it. */
    public RuleChangeSheet withdraw(long id, @Nullable String reason) {
        rights.require(Actor.current(), Right.PROPOSE_RULES);
        RuleChange change = open(id);
        if (!change.proposedBy().equals(Actor.current())) {
            throw InvalidInput.of("change", "变更", "只有提出人能撤回；您可以批准或者不批准。");
        }
        changes.become(id, entry(RuleChangeState.WITHDRAWN, note("reason", "撤回的理由", reason)));
        return get(id);
    }

    private RuleChangeSheet propose(RuleProposal proposal, @Nullable String reason) {
        Draft draft = drafts.read(proposal);
        String why = required("reason", "变更理由", reason);
        long id = changes.insert(
                proposal.subject(), draft.title(), RuleContent.write(proposal), Actor.current(), time.instant(), why);
        return get(id);
    }

    private CalendarProposal calendar(NewCalendar proposed) {
        Region reach = Region.find(proposed.region()).orElseThrow(() -> Region.wrong("region"));
        String file = proposed.calendar();
        if (file == null || file.isBlank()) {
            throw InvalidInput.of("calendar", "日历文件", "请粘贴或者选择一年的日历（JSON）。");
        }
        int thisYear = LocalDate.now(time).getYear();
        return new CalendarProposal(CalendarRules.read(file, reach, thisYear));
    }

    /** The row of the change is locked: of two who decide at once, the second finds it decided. */
    private RuleChange open(long id) {
        RuleChange change = changes.lock(id).orElseThrow(() -> new NoSuchRuleChange(id));
        if (!change.isProposed()) {
            throw InvalidInput.of("change", "变更", "这项变更" + change.state().label() + "，不能再改动。");
        }
        return change;
    }

    private static void requireAnother(RuleChange change) {
        if (change.proposedBy().equals(Actor.current())) {
            throw InvalidInput.of("change", "变更", "提出人不能审批自己提出的变更，请由另一位管理员或者流程分析员审批。");
        }
    }

    private RuleProposal content(RuleChange change) {
        return RuleContent.read(change.subject(), changes.content(change.id()));
    }

    private RuleChange find(long id) {
        return changes.find(id).orElseThrow(() -> new NoSuchRuleChange(id));
    }

    private OfficerId reader() {
        OfficerId reader = Actor.current();
        if (!rights.mayAnywhere(reader, Right.APPROVE_RULES)) {
            rights.require(reader, Right.PROPOSE_RULES);
        }
        return reader;
    }

    private Entry entry(RuleChangeState act, String note) {
        return new Entry(time.instant(), Actor.current(), act, note);
    }

    private static String required(String field, String label, @Nullable String typed) {
        String text = note(field, label, typed);
        if (text.isEmpty()) {
            throw InvalidInput.of(field, label, "必须填写，会留在变更记录里。");
        }
        return text;
    }

    private static String note(String field, String label, @Nullable String typed) {
        return CleanText.of(field, label, typed == null ? "" : typed, LONGEST_NOTE);
    }
}
