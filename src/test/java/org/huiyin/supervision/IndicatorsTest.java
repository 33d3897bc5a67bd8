package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.LinkKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.Sight;
import org.huiyin.deadline.ClockKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.evaluation.Evaluation;
import org.huiyin.evaluation.Rating;
import org.huiyin.evaluation.Ratings;
import org.huiyin.handling.Extensions;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Rights;
import org.huiyin.review.Review;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each indicator against matters made by hand: which of its parts holds the matter, and in which period. */
@HuiyinTest
@DisplayName("指标：分子、分母和背后的事项")
class IndicatorsTest {
    private static final OfficerId SUPERVISE = new OfficerId("supervise");
    private static final OfficerId DISPATCHER = new OfficerId("dispatch");
    private static final String YEAR = "2026-01-01";
    private static final String END = "2026-12-31";

    @Autowired
    Indicators indicators;

    @Autowired
    Petitions petitions;

    @Autowired
    Evaluation evaluation;

    @Autowired
    Review review;

    @Autowired
    Extensions extensions;

    @Autowired
    Links links;

    @Autowired
    Rights rights;

    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway engine;

    @Autowired
    Records records;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void inSpring() {
        Time.is("2026-03-02");
    }

    @Test
    @DisplayName("第二十二条 及时受理率：未到期的在分母里，届满当日分流算按期，次日算逾期，一直没有分流的算超期")
    void sortingIsInTimeOnItsLastDayAndLateOnTheNext() {
        Life inTime = Life.ofALetter();
        Life late = Life.ofALetter();
        Life never = Life.ofALetter();
        LocalDate due = records.clock(never.id(), ClockKind.D2).rawDue();
        assertThat(due).isEqualTo("2026-03-17");
        assertThat(parts(inTime, Indicator.BUREAU_ACCEPTANCE)).containsExactly(Part.SORTING_AHEAD);

        Time.is("2026-03-17");
        assertThat(parts(never, Indicator.BUREAU_ACCEPTANCE)).containsExactly(Part.SORTING_AHEAD);
        inTime.sorted().forwarded();
        Time.is("2026-03-18");
        late.sorted().forwarded();

        assertThat(parts(inTime, Indicator.BUREAU_ACCEPTANCE)).containsExactly(Part.SORTED_IN_TIME);
        assertThat(parts(late, Indicator.BUREAU_ACCEPTANCE)).containsExactly(Part.SORTED_LATE);
        assertThat(parts(never, Indicator.BUREAU_ACCEPTANCE)).containsExactly(Part.NOT_SORTED);
    }

    @Test
    @DisplayName("按到期日归入时段：起止两日都计入，前一日和后一日都不计")
    void aMatterBelongsToThePeriodInWhichItIsDue() {
        Life life = Life.ofALetter();

        assertThat(parts(life, Indicator.BUREAU_ACCEPTANCE, "2026-03-17", "2026-03-17"))
                .hasSize(1);
        assertThat(parts(life, Indicator.BUREAU_ACCEPTANCE, "2026-03-02", "2026-03-16"))
                .isEmpty();
        assertThat(parts(life, Indicator.BUREAU_ACCEPTANCE, "2026-03-18", "2026-04-30"))
                .isEmpty();
    }

    @Test
    @DisplayName("第二十三条 责任单位：按期告知、超期告知、超期未告知各归其位，件数指标与之相同")
    void acceptanceIsToldInTimeLateOrNotAtAll() {
        Life inTime = Life.ofALetter().withTheHandler();
        Life late = Life.ofALetter().withTheHandler();
        Life never = Life.ofALetter().withTheHandler();
        Time.is("2026-03-17");
        inTime.accepted();
        Time.is("2026-03-18");
        late.accepted();

        assertThat(parts(inTime, Indicator.UNIT_ACCEPTANCE)).containsExactly(Part.ACCEPTED_IN_TIME);
        assertThat(parts(late, Indicator.UNIT_ACCEPTANCE)).containsExactly(Part.ACCEPTED_LATE);
        assertThat(parts(never, Indicator.UNIT_ACCEPTANCE)).containsExactly(Part.NOT_ACCEPTED);
        assertThat(listed(SUPERVISE, Indicator.LATE_ACCEPTANCES, Side.NUMERATOR, YEAR, END))
                .contains(late.id().value())
                .doesNotContain(inTime.id().value(), never.id().value());
        assertThat(listed(SUPERVISE, Indicator.MISSING_ACCEPTANCES, Side.NUMERATOR, YEAR, END))
                .contains(never.id().value())
                .doesNotContain(inTime.id().value(), late.id().value());
    }

    @Test
    @DisplayName("不予受理并告知去向的，也是按期告知；涉法涉诉的不计")
    void tellingThatItIsDeclinedIsTelling() {
        Life declined = Life.ofALetter().withTheHandler().declined("LEGAL_ROUTE");

        assertThat(parts(declined, Indicator.UNIT_ACCEPTANCE)).containsExactly(Part.ACCEPTED_IN_TIME);
    }

    @Test
    @DisplayName("第二十三条 异议经核实同意的算退回，不算该单位未受理；再派的算二次派单")
    void anObjectionAgreedToCountsAsReturned() {
        Life life = Life.ofALetter().sorted().forwarded();
        Desk.as("handler").complete(life.id(), "signIn", Typed.objection("binjiangUrbanManagement"));
        assertThat(parts(life, Indicator.RETURNED)).containsExactly(Part.SENT_ONCE);

        Desk.as("dispatch")
                .complete(life.id(), "reviewObjection", Map.of("decision", "AGREE", "reviewReason", "确属市政管网。"));
        assertThat(parts(life, Indicator.RETURNED)).containsExactly(Part.RETURNED);
        assertThat(parts(life, Indicator.UNIT_ACCEPTANCE)).isEmpty();

        life.forwardedTo("binjiangUrbanManagement");
        assertThat(parts(life, Indicator.RETURNED)).containsExactlyInAnyOrder(Part.RETURNED, Part.SENT_AGAIN);
        assertThat(listed(SUPERVISE, Indicator.SENT_AGAIN, Side.NUMERATOR, YEAR, END))
                .contains(life.id().value());
        assertThat(parts(life, Indicator.UNIT_ACCEPTANCE)).containsExactly(Part.ACCEPTANCE_AHEAD);
    }

    @Test
    @DisplayName("第二十三条 异议未获同意的不算退回")
    void anObjectionRefusedIsNoReturn() {
        Life life = Life.ofALetter().sorted().forwarded();
        Desk.as("handler").complete(life.id(), "signIn", Typed.objection("binjiangUrbanManagement"));
        Desk.as("dispatch")
                .complete(life.id(), "reviewObjection", Map.of("decision", "REFUSE", "reviewReason", "管道在小区红线内。"));

        assertThat(parts(life, Indicator.RETURNED)).containsExactly(Part.SENT_ONCE);
    }

    @Test
    @DisplayName("第三十四条 按期办结率：延长期限的，按延长以后的到期日归入时段")
    void anExtensionMovesTheDayAndTheCohort() {
        Life life = Life.ofALetter().withTheHandler().accepted();
        String first = records.clock(life.id(), ClockKind.D6).rawDue().toString();
        assertThat(parts(life, Indicator.HANDLED_IN_TIME, first, first)).containsExactly(Part.HANDLING_AHEAD);

        engine.as(
                new OfficerId("handler"),
                () -> extensions.request(life.id(), 20, "须等待管道检测结论，检测单位已经进场。", new OfficerId("handler")));
        Desk.as("head")
                .complete(life.id(), "approveExtension", Map.of("decision", "APPROVE", "deliveryMethod", "POST"));
        String moved = records.clock(life.id(), ClockKind.D6).rawDue().toString();

        assertThat(LocalDate.parse(moved)).isEqualTo(LocalDate.parse(first).plusDays(20));
        assertThat(parts(life, Indicator.HANDLED_IN_TIME, first, first)).isEmpty();
        assertThat(parts(life, Indicator.HANDLED_IN_TIME, moved, moved)).containsExactly(Part.HANDLING_AHEAD);
        Time.is(LocalDate.parse(first).plusDays(1).toString());
        assertThat(parts(life, Indicator.OVERDUE)).containsExactly(Part.HANDLING_AHEAD);
    }

    @Test
    @DisplayName("第三十四条 按期办结、逾期办结、超期未办结")
    void anAnswerIsInTimeOnItsLastDayAndLateOnTheNext() {
        Life inTime = Life.ofALetter().withTheHandler().accepted().drafted().signed();
        Life late = Life.ofALetter().withTheHandler().accepted().drafted().signed();
        Life never = Life.ofALetter().withTheHandler().accepted();
        LocalDate due = records.clock(never.id(), ClockKind.D6).rawDue();
        Time.is(due.toString());
        inTime.sent("POST");
        Time.is(due.plusDays(1).toString());
        late.sent("POST");

        assertThat(parts(inTime, Indicator.HANDLED_IN_TIME)).containsExactly(Part.HANDLED_IN_TIME);
        assertThat(parts(late, Indicator.HANDLED_IN_TIME)).containsExactly(Part.HANDLED_LATE);
        assertThat(parts(never, Indicator.HANDLED_IN_TIME)).containsExactly(Part.NOT_HANDLED);
        assertThat(listed(SUPERVISE, Indicator.OVERDUE, Side.NUMERATOR, YEAR, END))
                .contains(never.id().value())
                .doesNotContain(late.id().value());
    }

    @Test
    @DisplayName("平均周期：从受理到答复的日数相加，除以已经答复的件数")
    void daysFromAcceptanceToTheAnswerAreAddedUp() {
        Life life = Life.ofALetter().withTheHandler().accepted().drafted().signed();
        Time.passDays(12);
        Reading before = reading(Indicator.DAYS_TO_ANSWER, YEAR, END);
        life.sent("POST");
        Reading after = reading(Indicator.DAYS_TO_ANSWER, YEAR, END);

        assertThat(after.denominator()).isEqualTo(before.denominator() + 1);
        assertThat(after.days().orElseThrow()).isEqualTo(before.days().orElseThrow() + 12);
    }

    @Test
    @DisplayName("R48 未评价的不作满意：参评率的分母里有它，满意率的分子分母里都没有")
    void silenceIsNotSatisfaction() {
        PetitionId rated = answered();
        PetitionId silent = answered();
        evaluation.evaluate(
                rated,
                petitions.queryCode(rated),
                new Ratings(Optional.of(Rating.DISSATISFIED), Rating.FAIRLY_SATISFIED, ""));
        assertThat(parts(silent, Indicator.PARTICIPATION)).isEmpty();
        Time.passDays(60);
        Jobs.of(context, silent).runDue();

        assertThat(parts(rated, Indicator.PARTICIPATION)).containsExactly(Part.FAIRLY_SATISFIED);
        assertThat(parts(rated, Indicator.SATISFACTION)).containsExactly(Part.FAIRLY_SATISFIED);
        assertThat(parts(rated, Indicator.OFFICE_SATISFACTION)).containsExactly(Part.OFFICE_DISSATISFIED);
        assertThat(parts(silent, Indicator.PARTICIPATION)).containsExactly(Part.NOT_RATED);
        assertThat(parts(silent, Indicator.SATISFACTION)).isEmpty();
        assertThat(parts(silent, Indicator.OFFICE_SATISFACTION)).isEmpty();
        assertThat(parts(silent, Indicator.REVIEW_ASKED)).containsExactly(Part.REVIEW_NOT_ASKED);
    }

    @Test
    @DisplayName("评价期满而监视还没有跑到的，同样是未评价")
    void aWindowThatIsOverCountsBeforeItsWatchHasRun() {
        PetitionId silent = answered();
        Time.passDays(60);

        assertThat(parts(silent, Indicator.PARTICIPATION)).containsExactly(Part.NOT_RATED);
    }

    @Test
    @DisplayName("第三十五条 复查率和复查改变率；申请复查的不算一次性化解")
    void aReviewThatWasAskedForIsCounted() {
        PetitionId id = answered();
        review.requestReview(id, petitions.queryCode(id), "意见没有回应主要问题，请求重新核实。");
        assertThat(parts(id, Indicator.REVIEW_ASKED)).containsExactly(Part.REVIEW_ASKED);
        assertThat(parts(id, Indicator.REVIEW_CHANGED)).isEmpty();

        Life.of(id).reviewed();
        Time.passDays(120);

        assertThat(parts(id, Indicator.REVIEW_CHANGED)).containsExactly(Part.UPHELD);
        assertThat(parts(id, Indicator.RESOLVED_AT_ONCE)).containsExactly(Part.WENT_TO_REVIEW);
    }

    @Test
    @DisplayName("一次性化解率：观察期满才计；期内再次提出的不算化解，撤销关联后又算；重复件不再计初次指标")
    void whatIsRaisedAgainWasNotResolved() {
        PetitionId first = answered();
        PetitionId calm = answered();
        assertThat(parts(first, Indicator.RESOLVED_AT_ONCE)).isEmpty();
        Time.passDays(20);
        Life again = Life.ofALetter();
        assertThat(parts(again, Indicator.BUREAU_ACCEPTANCE)).hasSize(1);
        var link = engine.as(
                DISPATCHER,
                () -> links.link(
                        again.id(), first, LinkKind.REPEAT, "同一人就同一事项再次来信", DISPATCHER, Sight.of(rights, DISPATCHER)));
        assertThat(parts(again, Indicator.BUREAU_ACCEPTANCE)).isEmpty();
        assertThat(parts(again, Indicator.REPEATED)).containsExactly(Part.REPEAT);
        assertThat(parts(first, Indicator.REPEATED)).containsExactly(Part.FIRST);
        Time.passDays(100);

        assertThat(parts(first, Indicator.RESOLVED_AT_ONCE)).containsExactly(Part.RAISED_AGAIN);
        assertThat(parts(calm, Indicator.RESOLVED_AT_ONCE)).containsExactly(Part.SETTLED);
        assertThat(link).isNotNull();
    }

    @Test
    @DisplayName("R54 回音率：登记时有回执，三十日没有新的告知就不再算有回音，办结后不再计")
    void anEchoFadesAfterThirtyDays() {
        Life life = Life.ofALetter().sorted().forwarded();
        assertThat(parts(life, Indicator.ECHO)).containsExactly(Part.TOLD);
        Time.passDays(30);
        assertThat(parts(life, Indicator.ECHO)).containsExactly(Part.TOLD);
        Time.passDays(1);
        assertThat(parts(life, Indicator.ECHO)).containsExactly(Part.SILENT);
        life.signedIn().accepted();
        assertThat(parts(life, Indicator.ECHO)).containsExactly(Part.TOLD);
    }

    /** Answered and handed over today, after the whole way through the housing bureau. */
    private static PetitionId answered() {
        return Life.ofALetter()
                .withTheHandler()
                .accepted()
                .drafted()
                .signed()
                .sent("IN_PERSON")
                .received()
                .id();
    }

    private Reading reading(Indicator indicator, String from, String to) {
        return indicators.read(SUPERVISE, Optional.empty(), ReportPeriod.of(from, to)).stream()
                .filter(one -> one.code().equals(indicator.name()))
                .findFirst()
                .orElseThrow();
    }

    private List<Part> parts(Life life, Indicator indicator) {
        return parts(life.id(), indicator);
    }

    private List<Part> parts(PetitionId id, Indicator indicator) {
        return parts(id, indicator, YEAR, END);
    }

    private List<Part> parts(Life life, Indicator indicator, String from, String to) {
        return parts(life.id(), indicator, from, to);
    }

    /** Of which parts the matter is in this period; the list of the denominator holds it as often. */
    private List<Part> parts(PetitionId id, Indicator indicator, String from, String to) {
        List<Part> parts = new ArrayList<>();
        for (Part part : indicator.parts(Side.DENOMINATOR)) {
            listed(SUPERVISE, indicator, null, part, from, to).stream()
                    .filter(id.value()::equals)
                    .forEach(found -> parts.add(part));
        }
        assertThat(listed(SUPERVISE, indicator, Side.DENOMINATOR, from, to).stream()
                        .filter(id.value()::equals))
                .hasSameSizeAs(parts);
        return parts;
    }

    private List<String> listed(OfficerId reader, Indicator indicator, Side side, String from, String to) {
        return listed(reader, indicator, side, null, from, to);
    }

    private List<String> listed(
            OfficerId reader, Indicator indicator, @Nullable Side side, @Nullable Part part, String from, String to) {
        List<String> numbers = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            MatterPage page = indicators.matters(
                    reader,
                    IndicatorQuery.of(new IndicatorQuery.Asked(
                            indicator.name(),
                            side == null ? null : side.name(),
                            part == null ? null : part.name(),
                            from,
                            to,
                            null,
                            next.orElse(null))));
            page.rows().forEach(row -> numbers.add(row.number()));
            next = page.next();
        } while (next.isPresent());
        return numbers;
    }
}
