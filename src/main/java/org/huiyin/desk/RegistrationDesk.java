package org.huiyin.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.AttachmentRights;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CircumstanceSheet;
import org.huiyin.casefile.CircumstanceView;
import org.huiyin.casefile.ContentClass;
import org.huiyin.casefile.ContentClasses;
import org.huiyin.casefile.Letter;
import org.huiyin.casefile.LetterAttachments;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.Proceeding;
import org.huiyin.casefile.Topic;
import org.huiyin.casefile.Topics;
import org.huiyin.deputy.DeputyReplies;
import org.huiyin.desk.CasePage.Fact;
import org.huiyin.desk.RegistrationPages.Choice;
import org.huiyin.desk.RegistrationPages.Page;
import org.huiyin.desk.RegistrationPages.Paper;
import org.huiyin.engine.EngineGateway;
import org.huiyin.intake.Received;
import org.huiyin.intake.Splitting;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Papers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 登记情况: what a matter came with, its focus topics, and its items. */
@Service
class RegistrationDesk {
    private final CaseAccess access;
    private final CircumstanceView circumstances;
    private final Topics topics;
    private final ContentClasses classes;
    private final Splitting splitting;
    private final LetterAttachments attachments;
    private final AttachmentRights attachmentRights;
    private final CaseFile cases;
    private final Papers papers;
    private final DeputyReplies deputies;
    private final EngineGateway engine;

    RegistrationDesk(
            CaseAccess access,
            CircumstanceView circumstances,
            Topics topics,
            ContentClasses classes,
            Splitting splitting,
            LetterAttachments attachments,
            AttachmentRights attachmentRights,
            CaseFile cases,
            Papers papers,
            DeputyReplies deputies,
            EngineGateway engine) {
        this.access = access;
        this.circumstances = circumstances;
        this.topics = topics;
        this.classes = classes;
        this.splitting = splitting;
        this.attachments = attachments;
        this.attachmentRights = attachmentRights;
        this.cases = cases;
        this.papers = papers;
        this.deputies = deputies;
        this.engine = engine;
    }

    @Transactional(readOnly = true)
    Page page(OfficerId officer, PetitionId id) {
        Petition petition = access.beside(officer, id)
                .filter(any -> access.holdsTaskOf(officer, id))
                .orElseGet(() -> access.readable(officer, id));
        Optional<CircumstanceSheet> sheet = circumstances.of(id, access.circle(officer, petition));
        boolean mayAssign = access.mayUnmask(officer, petition);
        boolean maySplit = splitting.maySplit(id, officer);
        return new Page(
                sheet.map(known -> facts(known, deputies.state(id).orElse(""))).orElse(List.of()),
                sheet.flatMap(CircumstanceSheet::wholeLetter)
                        .map(RegistrationDesk::whole)
                        .orElse(""),
                mayAssign,
                mayAssign ? choices(sheet) : List.of(),
                maySplit,
                maySplit ? classes.all().stream().map(ContentClass::path).toList() : List.of(),
                maySplit ? papers(petition, officer) : List.of());
    }

    /** By the names of the files for whoever may open them. */
    private List<Paper> papers(Petition petition, OfficerId officer) {
        boolean named = attachmentRights.mayOpen(officer, petition);
        return attachments.at(petition, officer).stream()
                .filter(filed -> filed.attachment().withdrawnAt().isEmpty())
                .map(filed -> new Paper(
                        filed.key(),
                        filed.attachment()
                                .name()
                                .filter(name -> named)
                                .orElseGet(() -> filed.attachment().kind().label()
                                        + filed.attachment().number())))
                .toList();
    }

    /** Whoever may see the people of a matter works on it and may say what it belongs to. */
    @Transactional
    void assignTopics(OfficerId officer, PetitionId id, List<String> codes) {
        Petition petition = access.readable(officer, id);
        if (!access.mayUnmask(officer, petition)) {
            throw new NoRight("您没有调整这件事项重点专题的权限。");
        }
        engine.as(officer, () -> topics.assign(id, codes));
    }

    @Transactional
    List<PetitionId> split(OfficerId officer, PetitionId id, Splitting.Typed kept, List<Splitting.Typed> others) {
        access.readable(officer, id);
        return engine.as(
                officer,
                () -> splitting.split(id, kept, others, officer).stream()
                        .map(Received::number)
                        .toList());
    }

    /** For the petitioner: every number with its code, printed by whoever split the letter. */
    @Transactional
    String receipt(OfficerId officer, PetitionId id) {
        access.readable(officer, id);
        return engine.as(officer, () -> papers.registrationReceipt(id, cases.openFamily(id)));
    }

    private List<Choice> choices(Optional<CircumstanceSheet> sheet) {
        List<String> chosen = sheet.map(CircumstanceSheet::topics).orElse(List.of()).stream()
                .map(Topic::code)
                .toList();
        return topics.all().stream()
                .filter(topic -> topic.valid() || chosen.contains(topic.code()))
                .map(topic -> new Choice(topic.code(), topic.label(), chosen.contains(topic.code())))
                .toList();
    }

    private static List<Fact> facts(CircumstanceSheet sheet, String toDeputy) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("信访来源", sheet.sourceLabel()));
        facts.add(new Fact("反馈代表委员", toDeputy));
        facts.add(new Fact("主动发现", sheet.discovered() ? "是，当事人没有提出诉求" : ""));
        facts.add(new Fact("信访人数", sheet.visitorCount() > 1 ? count(sheet) : ""));
        facts.add(
                new Fact("涉及人数", sheet.affectedCount().map(count -> count + "人").orElse("")));
        facts.add(new Fact("问题属地", sheet.region()));
        facts.add(new Fact("内容分类", sheet.contentClass()));
        facts.add(new Fact(
                "重点专题",
                String.join("、", sheet.topics().stream().map(Topic::label).toList())));
        facts.add(new Fact(
                "已经进入的程序",
                String.join(
                        "、", sheet.proceedings().stream().map(Proceeding::label).toList())));
        facts.add(new Fact("分拆自", sheet.origin().map(PetitionId::value).orElse("")));
        facts.add(new Fact(
                "同一来信的其他事项",
                String.join("、", sheet.items().stream().map(PetitionId::value).toList())));
        return facts.stream().filter(fact -> !fact.text().isEmpty()).toList();
    }

    private static String count(CircumstanceSheet sheet) {
        String kind = sheet.collectiveVisit() ? "（集体访）" : sheet.joint() ? "（联名）" : "";
        return sheet.visitorCount() + "人" + kind;
    }

    private static String whole(Letter letter) {
        return String.join(
                "\n\n",
                List.of(letter.title(), letter.content(), letter.demand()).stream()
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
