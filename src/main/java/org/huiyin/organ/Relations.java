package org.huiyin.organ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 利害关系申报 (article 28, R42): every officer declares his own; those of others are entered, and said to be over, by whoever
 * has the right to. A relation is ended, never deleted.
 */
@Service
@Transactional
public class Relations {
    private final RelationTable table;
    private final Organs organs;
    private final Rights rights;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Relations(RelationTable table, Organs organs, Rights rights, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.organs = organs;
        this.rights = rights;
        this.clock = clock;
        this.events = events;
    }

    /** His own, and those of others for whoever keeps them. */
    @Transactional(readOnly = true)
    public List<Relation> of(OfficerId officer, OfficerId reader) {
        if (!officer.equals(reader)) {
            rights.require(reader, Right.KEEP_RELATIONS);
        }
        return table.of(officer);
    }

    @Article("28")
    public Relation declare(RelationDeclaration declared, OfficerId by) {
        if (!declared.officer().equals(by)) {
            rights.require(by, Right.KEEP_RELATIONS);
        }
        if (organs.findOfficer(declared.officer()).filter(Officer::valid).isEmpty()) {
            throw InvalidInput.of("officer", "申报人", "没有这名在岗的工作人员，请核对。");
        }
        declared.otherOfficer()
                .filter(other -> organs.findOfficer(other).isEmpty())
                .ifPresent(other -> {
                    throw InvalidInput.of("otherOfficer", "关系对方", "没有这名工作人员，请核对。");
                });
        declared.otherOrgan().filter(other -> organs.find(other).isEmpty()).ifPresent(other -> {
            throw InvalidInput.of("otherOrgan", "关系对方", "没有这个单位，请核对。");
        });
        if (declared.since().isAfter(LocalDate.now(clock))) {
            throw InvalidInput.of("since", "起始日期", "不能晚于今天，请改为今天或更早的日期。");
        }
        Relation relation = table.insert(declared, by, clock.instant());
        events.publishEvent(new RelationChanged(relation));
        return relation;
    }

    /** Nobody frees himself: a relation is said to be over by somebody else, who has the right to. */
    @Article("28")
    public void end(long id, OfficerId by) {
        rights.require(by, Right.KEEP_RELATIONS);
        Relation lasting = table.find(id)
                .filter(relation -> relation.until().isEmpty())
                .orElseThrow(() -> InvalidInput.of("relation", "利害关系", "没有这一项，或者已经解除，请刷新后核对。"));
        if (lasting.officer().equals(by)) {
            throw InvalidInput.of("relation", "利害关系", "本人的利害关系不能由本人解除，请另一名管理员办理。");
        }
        table.end(id, LocalDate.now(clock)).ifPresent(over -> events.publishEvent(new RelationChanged(over)));
    }
}
