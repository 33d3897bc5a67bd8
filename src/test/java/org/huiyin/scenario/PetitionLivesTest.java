package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.deadline.Deadlines;
import org.huiyin.evaluation.Evaluation;
import org.huiyin.evaluation.Rating;
import org.huiyin.evaluation.Ratings;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.review.Review;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HuiyinTest
@DisplayName("一件信访事项的全过程")
class PetitionLivesTest {
    @Autowired
    CaseFile cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Papers papers;

    @Autowired
    Journal journal;

    @Autowired
    Evaluation evaluation;

    @Autowired
    Review review;

    @Autowired
    Petitions petitions;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ApplicationContext context;

    @Test
    @DisplayName("第二十二条至第三十五条 普通程序：转送、受理、答复、评价，超期未申请复查")
    void anOrdinaryMatterIsAnsweredEvaluatedAndNotReviewed() {
        Time.is("2026-03-02");
        Life life = Life.ofALetter();
        later("2026-03-10", life.id());
        life.sorted().forwarded();
        later("2026-03-12", life.id());
        life.signedIn();
        later("2026-03-20", life.id());
        life.accepted();
        later("2026-05-08", life.id());
        life.drafted();
        later("2026-05-11", life.id());
        life.signed().sent("POST");
        later("2026-05-15", life.id());
        life.received();
        later("2026-05-20", life.id());
        rate(life.id());
        assertThat(cases.get(life.id()).isOpen())
                .as("D12 runs until 2026-06-15")
                .isTrue();

        later("2026-06-16", life.id());

        assertEnded(life.id(), EndReason.ANSWERED_NO_REVIEW);
        assertThat(papers.of(life.id()))
                .extracting(Paper::kind)
                .containsExactly(
                        PaperKind.FORWARDING_LETTER,
                        PaperKind.WHEREABOUTS_NOTICE,
                        PaperKind.ACCEPTANCE_NOTICE,
                        PaperKind.OPINION);
        assertThat(ended(life.id(), ClockKind.D2)).isEqualTo("2026-03-10");
        assertThat(ended(life.id(), ClockKind.D5)).isEqualTo("2026-03-12");
        assertThat(ended(life.id(), ClockKind.D4)).isEqualTo("2026-03-20");
        assertThat(clock(life.id(), ClockKind.D6).rawDue())
                .as("60 days from acceptance")
                .isEqualTo("2026-05-19");
        assertThat(ended(life.id(), ClockKind.D6)).isEqualTo("2026-05-11");
        assertThat(clock(life.id(), ClockKind.D12).start().on())
                .as("from receipt")
                .isEqualTo("2026-05-15");
        assertThat(kinds(life.id()))
                .containsSubsequence(
                        JournalKind.OPENED,
                        JournalKind.REGISTERED,
                        JournalKind.CLASSIFIED,
                        JournalKind.FORWARDED,
                        JournalKind.SIGNED_IN,
                        JournalKind.ACCEPTED,
                        JournalKind.DRAFTED,
                        JournalKind.SIGNED,
                        JournalKind.ANSWER_SENT,
                        JournalKind.PAPER_RECEIVED,
                        JournalKind.EVALUATED,
                        JournalKind.REVIEW_LAPSED,
                        JournalKind.ENDED);
    }

    @Test
    @DisplayName("第三十四条 办理超期：灯变红、变超期，答复以后照样走完")
    void aLateAnswerIsOverdueAndStillAnAnswer() {
        Time.is("2026-03-02");
        Life life = Life.ofALetter().sorted().forwarded().signedIn().accepted();

        later("2026-05-10", life.id());
        assertThat(kinds(life.id())).contains(JournalKind.CLOCK_LAPSED);
        life.drafted().signed().sent("IN_PERSON").received();
        later("2026-06-10", life.id());

        assertEnded(life.id(), EndReason.ANSWERED_NO_REVIEW);
        assertThat(clock(life.id(), ClockKind.D6).state()).isEqualTo(ClockState.MET);
        assertThat(clock(life.id(), ClockKind.D6).lamp()).hasToString("OVERDUE");
    }

    @Test
    @DisplayName("第二十三条 不予受理：书面告知理由和去向，即告了结")
    void aDeclinedMatterEndsWithTheNoticeThatSaysWhereToGo() {
        Time.is("2026-03-02");
        Life life = Life.ofALetter().sorted().forwarded().signedIn().declined("LEGAL_ROUTE");

        assertEnded(life.id(), EndReason.DECLINED);
        Paper notice = papers.latest(life.id(), PaperKind.DECLINE_NOTICE).orElseThrow();
        assertThat(papers.html(notice.id())).contains("滨江区人民法院立案庭");
        assertThat(deadlines.find(life.id(), ClockKind.D6)).isEmpty();
        assertThat(deadlines.find(life.id(), ClockKind.D22)).isEmpty();
        assertThat(noteOfEnd(life.id())).contains(notice.number());
    }

    @Test
    @DisplayName("第二十九条 建议意见：六十日内研究答复，没有复查程序")
    void aSuggestionIsStudiedAnsweredAndNotReviewed() {
        Time.is("2026-03-02");
        Life life = Life.ofALetter().sortedAsSuggestion().forwarded().signedIn();
        later("2026-04-15", life.id());
        life.suggestionStudied().suggestionAnswered();
        assertThat(deadlines.find(life.id(), ClockKind.D12)).isEmpty();

        later("2026-05-16", life.id());

        assertEnded(life.id(), EndReason.SUGGESTION_ANSWERED);
        assertThat(kinds(life.id())).contains(JournalKind.EVALUATION_LAPSED).doesNotContain(JournalKind.REVIEW_LAPSED);
        assertThat(evaluation.find(life.id())).as("silence is no rating").isEmpty();
    }

    @Test
    @DisplayName("第三十五条 请求复查：复查机关三十日内作出复查意见")
    void aReviewIsAskedForAndDecided() {
        Time.is("2026-03-02");
        Life life = Life.ofALetter()
                .sorted()
                .forwarded()
                .signedIn()
                .accepted()
                .drafted()
                .signed()
                .sent("IN_PERSON")
                .received();
        later("2026-03-25", life.id());
        review.requestReview(life.id(), petitions.queryCode(life.id()), "更换的管道仍在漏水。");
        later("2026-04-10", life.id());
        life.reviewed();

        assertEnded(life.id(), EndReason.REVIEWED);
        assertThat(ended(life.id(), ClockKind.D12)).isEqualTo("2026-03-25");
        assertThat(ended(life.id(), ClockKind.D13)).isEqualTo("2026-04-10");
        assertThat(noteOfEnd(life.id()).orElseThrow()).startsWith("滨政信访复查〔2026〕");
    }

    @Test
    @DisplayName("第二十三条 姓名地址不清：意见书公布，评价期届满办结，不虚构送达")
    void anAnonymousMatterIsPublishedAndEndsWithoutAReceipt() {
        Time.is("2026-03-02");
        Life life = Life.ofAnAnonymousLetter()
                .sorted()
                .forwarded()
                .signedIn()
                .accepted("NOT_DUE")
                .drafted()
                .signed()
                .sent("PUBLISHED");

        later("2026-04-02", life.id());

        assertEnded(life.id(), EndReason.ANSWERED_PUBLISHED);
        assertThat(deadlines.find(life.id(), ClockKind.D12)).isEmpty();
        assertThat(papers.latest(life.id(), PaperKind.OPINION))
                .hasValueSatisfying(paper -> assertThat(paper.receivedOn()).isEmpty());
        assertThat(kinds(life.id())).doesNotContain(JournalKind.PAPER_RECEIVED, JournalKind.RECEIPT_ACKNOWLEDGED);
    }

    @Test
    @DisplayName("第三十五条 公布的意见书由信访人确认收到，三十日自该日起算")
    void aPublishedAnswerIsAcknowledgedAndThenReviewed() {
        Time.is("2026-03-02");
        Life life = Life.ofAnAnonymousLetter()
                .sorted()
                .forwarded()
                .signedIn()
                .accepted("NOT_DUE")
                .drafted()
                .signed()
                .sent("PUBLISHED");
        String code = petitions.queryCode(life.id());
        later("2026-03-30", life.id());
        review.acknowledgeReceipt(life.id(), code);
        later("2026-04-20", life.id());
        assertThat(cases.get(life.id()).isOpen())
                .as("D22 has lapsed, D12 has not")
                .isTrue();

        review.requestReview(life.id(), code, "意见书没有答复第二项请求。");
        assertThat(review.find(life.id())).isPresent();
        later("2026-05-08", life.id());
        Desk.as("reviewer")
                .complete(
                        life.id(),
                        "decideReview",
                        Map.of(
                                "reviewOutcome", "CHANGED",
                                "reviewFindings", "第二项请求未予答复。",
                                "reviewOpinion", "补充答复第二项请求。",
                                "legalBasis", "《信访工作条例》第三十二条",
                                "deliveryMethod", "PUBLISHED",
                                "sentOn", Petitions.day(0)));

        assertEnded(life.id(), EndReason.REVIEWED);
    }

    @Test
    @DisplayName("第三十五条 邮件退回：改为公布，评价期自公布之日起算")
    void whatThePostBringsBackIsPublished() {
        Time.is("2026-03-02");
        Life life = Life.ofALetter()
                .sorted()
                .forwarded()
                .signedIn()
                .accepted()
                .drafted()
                .signed()
                .sent("POST");
        later("2026-03-20", life.id());
        life.received("UNDELIVERABLE");
        later("2026-04-20", life.id());
        assertThat(cases.get(life.id()).isOpen()).as("04-19 is a Sunday").isTrue();

        later("2026-04-21", life.id());

        assertEnded(life.id(), EndReason.ANSWERED_PUBLISHED);
        assertThat(clock(life.id(), ClockKind.D22).start().on()).isEqualTo("2026-03-20");
    }

    /** Lets the time pass day by day, as the job executor would see it. */
    private void later(String day, PetitionId id) {
        LocalDate until = LocalDate.parse(day);
        while (Time.today().isBefore(until)) {
            Time.is(Time.today().plusDays(1).toString());
            Jobs.of(context, id).runDue();
        }
    }

    private void rate(PetitionId id) {
        evaluation.evaluate(
                id, petitions.queryCode(id), new Ratings(Optional.of(Rating.SATISFIED), Rating.SATISFIED, "管道不漏了。"));
    }

    private void assertEnded(PetitionId id, EndReason reason) {
        assertThat(cases.get(id).endReason()).contains(reason);
        assertThat(deadlines.of(id)).noneMatch(Clock::isRunning);
        assertThat(journal.intact(id)).isTrue();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.value())
                        .count())
                .isZero();
    }

    private Optional<String> noteOfEnd(PetitionId id) {
        return journal.of(id).stream()
                .filter(entry -> entry.kind() == JournalKind.ENDED)
                .findFirst()
                .flatMap(JournalEntry::typed);
    }

    private Clock clock(PetitionId id, ClockKind kind) {
        return deadlines.find(id, kind).orElseThrow();
    }

    private LocalDate ended(PetitionId id, ClockKind kind) {
        assertThat(clock(id, kind).state()).isEqualTo(ClockState.MET);
        return LocalDate.ofInstant(clock(id, kind).endedAt().orElseThrow(), Time.BEIJING);
    }

    private List<JournalKind> kinds(PetitionId id) {
        return journal.of(id).stream().map(JournalEntry::kind).toList();
    }
}
