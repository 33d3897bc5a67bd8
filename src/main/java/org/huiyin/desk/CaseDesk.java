package org.huiyin.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CaseView;
import org.huiyin.casefile.CleanText;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.NoSuchPetition;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.handling.Extensions;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperId;
import org.huiyin.notice.Papers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an officer does with the case file beside his form: reads, unmasks, prints, asks for more time, hands the task back. */
@Service
class CaseDesk {
    private static final int LONGEST_REASON = 200;

    private final CaseAccess access;
    private final CaseView view;
    private final CaseFile cases;
    private final Journal journal;
    private final Papers papers;
    private final Deadlines deadlines;
    private final Extensions extensions;
    private final CasePages pages;
    private final EngineGateway engine;

    CaseDesk(
            CaseAccess access,
            CaseView view,
            CaseFile cases,
            Journal journal,
            Papers papers,
            Deadlines deadlines,
            Extensions extensions,
            CasePages pages,
            EngineGateway engine) {
        this.access = access;
        this.view = view;
        this.cases = cases;
        this.journal = journal;
        this.papers = papers;
        this.deadlines = deadlines;
        this.extensions = extensions;
        this.pages = pages;
        this.engine = engine;
    }

    @Transactional(readOnly = true)
    CasePage open(OfficerId officer, TaskAtHand task) {
        Petition petition =
                access.beside(officer, task.petition()).orElseThrow(() -> new NoSuchPetition(task.petition()));
        return page(officer, petition, task.mayBeHandedBackBy(officer), task.assignee());
    }

    @Transactional(readOnly = true)
    CasePage read(OfficerId officer, PetitionId id) {
        return page(officer, access.readable(officer, id), false, Optional.empty());
    }

    private CasePage page(OfficerId officer, Petition petition, boolean mayHandBack, Optional<OfficerId> atWork) {
        return pages.of(
                view.of(petition.id(), access.circle(officer, petition)),
                deadlines.sheets(petition.id()),
                papers.of(petition.id()),
                new CasePages.May(
                        !access.onlyHelps(officer, petition),
                        extensions.longest(petition.id(), officer).orElse(0),
                        mayHandBack,
                        access.mayUnmask(officer, petition),
                        access.mayGiveQueryCode(officer, petition)),
                atWork);
    }

    @Transactional
    CasePage.People unmask(OfficerId officer, PetitionId id, String reason) {
        Petition petition = access.readable(officer, id);
        if (!access.mayUnmask(officer, petition)) {
            throw new NoRight("您没有查看这位信访人完整信息的权限。");
        }
        return engine.as(
                officer, () -> pages.people(view.unmask(id, officer, reason, access.circle(officer, petition))));
    }

    /** The paper as it was issued; that it was opened is in the journal. */
    @Transactional
    String paper(OfficerId officer, PaperId id) {
        Paper paper = papers.find(id).orElseThrow(() -> new NoRight("没有这份文书，或者您没有查看的权限。"));
        Petition petition = access.readable(officer, paper.petition());
        if (access.onlyHelps(officer, petition)) {
            throw new NoRight("文书由主办单位保管，协办单位不能打开。");
        }
        if (paper.kind().isForPetitioners() && !access.maySeeIdentity(officer, petition)) {
            throw new NoRight("信访人要求保密，写有其姓名的文书只有登记人和经办人可以打开。");
        }
        return engine.as(officer, () -> {
            cases.lock(paper.petition());
            journal.write(
                    paper.petition(),
                    JournalKind.PAPER_PRINTED,
                    Map.of("paper", paper.kind().label(), "number", paper.number()));
            return papers.html(id);
        });
    }

    /** A fresh query code, printed once; the one before no longer opens. */
    @Transactional
    String registrationReceipt(OfficerId officer, PetitionId id) {
        Petition petition = access.readable(officer, id);
        if (!access.mayGiveQueryCode(officer, petition)) {
            throw new NoRight("您没有为这件事项重发查询码的权限。");
        }
        List<PetitionId> family = cases.openFamily(id).stream()
                .filter(item -> access.mayGiveQueryCode(officer, cases.get(item)))
                .toList();
        return engine.as(officer, () -> papers.registrationReceipt(id, family));
    }

    /** The handler asks for more time; his task stays where it is. */
    @Transactional
    void requestExtension(OfficerId officer, PetitionId id, int days, String reason) {
        access.readable(officer, id);
        engine.as(officer, () -> extensions.request(id, days, reason, officer));
    }

    /** The claimed task goes back to its group; whoever answered for the matter in person no longer does. */
    @Transactional
    void handBack(OfficerId officer, TaskAtHand task, String reason) {
        if (!task.mayBeHandedBackBy(officer)) {
            throw new NoRight("只有领取了这项待办的本人，才能把它交回本组。");
        }
        String why = CleanText.of("reason", "交回理由", reason, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", "交回理由", "必须填写，会记入案卷。");
        }
        engine.as(officer, () -> {
            Petition petition = cases.lock(task.petition());
            journal.write(petition.id(), JournalKind.TASK_HANDED_BACK, Map.of("task", task.name()), Optional.of(why));
            if (petition.person().equals(Optional.of(officer))) {
                cases.entrust(petition.id(), petition.organ(), Optional.empty());
            }
            engine.handBack(task.id());
        });
    }
}
