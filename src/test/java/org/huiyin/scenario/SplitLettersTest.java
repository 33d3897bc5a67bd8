package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Circle;
import org.huiyin.casefile.CircumstanceSheet;
import org.huiyin.casefile.CircumstanceView;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.Letter;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.ClockState;
import org.huiyin.engine.EngineGateway;
import org.huiyin.intake.Received;
import org.huiyin.intake.Splitting;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("一信多事：分拆后各走各的路")
class SplitLettersTest {
    private static final OfficerId DISPATCHER = new OfficerId("dispatch");
    private static final Splitting.Typed PIPE = new Splitting.Typed("供水管道漏水", "小区供水管道漏水两月有余。", "修复管道", "城乡建设");
    private static final Splitting.Typed IDEA = new Splitting.Typed("建议增设公交站", "建议在望江路增设公交站。", "", "交通运输");
    private static final Splitting.Typed BRIBE = new Splitting.Typed("反映收受礼金", "反映某科长收受礼金三千元。", "查处", "纪检监察");

    @Autowired
    CaseFile cases;

    @Autowired
    CircumstanceView circumstances;

    @Autowired
    Splitting splitting;

    @Autowired
    EngineGateway engine;

    @Autowired
    Records records;

    @Test
    @DisplayName("第二十一条 各有编号、查询码、流程和自收到之日起的期限，信访人一并带入")
    void everyItemHasItsNumberItsLifeAndItsClocksFromTheSameReceipt() {
        Time.is("2026-03-02");
        PetitionId letter = Life.ofALetter().id();
        Time.is("2026-03-05");

        List<Received> items = split(letter, PIPE, IDEA, BRIBE);

        assertThat(items).extracting(Received::number).doesNotHaveDuplicates().doesNotContain(letter);
        assertThat(items).allSatisfy(item -> {
            assertThat(records.clock(item.number(), ClockKind.D2).rawDue()).isEqualTo("2026-03-17");
            assertThat(cases.petitioners(item.number()))
                    .extracting(Person::name)
                    .containsExactly(Typed.NAME);
            assertThat(cases.circumstances(item.number()).origin()).contains(letter);
            assertThat(cases.opens(item.number(), item.queryCode())).isTrue();
            assertThat(records.journal(item.number())).contains(JournalKind.SPLIT_OFF);
            assertThat(Desk.as("dispatch").sees(item.number())).containsExactly("decideClass");
        });
        assertThat(cases.letter(letter).title()).isEqualTo("供水管道漏水");
        assertThat(records.clock(letter, ClockKind.D2).rawDue()).isEqualTo("2026-03-17");
    }

    @Test
    @DisplayName("第二十九条、第三十条、第三十一条 申诉求决、建议、检举控告各自走完")
    void anAppealASuggestionAndAnAccusationOfOneLetterGoThreeWays() {
        PetitionId letter = Life.ofALetter().id();
        List<Received> items = split(letter, PIPE, IDEA, BRIBE);
        PetitionId idea = items.get(0).number();
        PetitionId bribe = items.get(1).number();

        Desk.as("dispatch").complete(bribe, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        Life.of(letter)
                .sorted()
                .forwarded()
                .signedIn()
                .accepted()
                .drafted()
                .signed()
                .sent("POST");
        Life.of(idea)
                .sortedAsSuggestion()
                .forwarded()
                .signedIn()
                .suggestionStudied()
                .suggestionAnswered();

        assertThat(cases.get(letter).state()).isEqualTo(PetitionState.ANSWERED);
        assertThat(cases.get(idea).petitionClass()).contains(PetitionClass.SUGGESTION);
        assertThat(records.journal(idea)).contains(JournalKind.ANSWER_SENT);
        assertThat(cases.get(bribe).sealed()).isTrue();
        assertThat(records.clock(bribe, ClockKind.D19).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    @DisplayName("第三十条 分拆出的检举控告，其他事项的承办人看不到它，也看不到来信全文")
    void whoeverHandlesAnotherItemNeitherSeesTheAccusationNorTheWholeLetter() {
        PetitionId letter = Life.ofALetter().id();
        PetitionId bribe = split(letter, PIPE, BRIBE).get(0).number();
        assertThat(sheet(letter, Circle.OUTSIDE).wholeLetter())
                .as("before the class is decided whoever sorts the items needs it")
                .isPresent();
        Desk.as("dispatch").complete(bribe, "decideClass", Map.of("petitionClass", "ACCUSATION"));

        CircumstanceSheet outside = sheet(letter, Circle.OUTSIDE);
        CircumstanceSheet inside = sheet(bribe, Circle.INSIDE);

        assertThat(outside.wholeLetter()).isEmpty();
        assertThat(outside.items()).isEmpty();
        assertThat(cases.openFamily(letter)).containsExactly(letter);
        assertThat(records.entry(letter, JournalKind.SPLIT).facts()).isEmpty();
        assertThat(inside.wholeLetter().map(Letter::content)).contains("小区供水管道漏水两月有余，请求修复。");
        assertThat(inside.origin()).contains(letter);
    }

    @Test
    @DisplayName("第三十条 来信本身判为检举控告的，分拆出的事项里看不出它")
    void anItemDoesNotTellThatItsLetterIsAnAccusation() {
        PetitionId letter = Life.ofALetter().id();
        PetitionId pipe = split(letter, BRIBE, PIPE).get(0).number();
        Desk.as("dispatch").complete(letter, "decideClass", Map.of("petitionClass", "ACCUSATION"));
        Life.of(pipe).sorted();

        CircumstanceSheet outside = sheet(pipe, Circle.OUTSIDE);

        assertThat(outside.origin()).isEmpty();
        assertThat(outside.items()).isEmpty();
        assertThat(outside.wholeLetter()).isEmpty();
        assertThat(records.entry(pipe, JournalKind.SPLIT_OFF).facts()).isEmpty();
    }

    @Test
    void nothingOfTheLetterIsLostAndItsItemsKnowEachOther() {
        PetitionId letter = Life.ofALetter().id();
        PetitionId idea = split(letter, PIPE, IDEA).get(0).number();
        Life.of(letter).sorted();
        Life.of(idea).sortedAsSuggestion();

        assertThat(sheet(letter, Circle.OUTSIDE).wholeLetter().map(Letter::title))
                .contains("请求修复小区供水管道");
        assertThat(sheet(letter, Circle.OUTSIDE).items()).containsExactly(idea);
        assertThat(sheet(idea, Circle.OUTSIDE).items()).containsExactly(letter);
    }

    @Test
    void onlyWhoeverHasTakenTheDecisionSplitsAndOnlyBeforeIt() {
        PetitionId letter = Life.ofALetter().id();
        refused(letter, "请先领取待办", PIPE, IDEA);

        Life.of(letter).sorted();
        assertThat(splitting.maySplit(letter, DISPATCHER)).isFalse();
        refused(letter, "请先领取待办", PIPE, IDEA);
    }

    @Test
    void aWrongItemIsNamedByItsPlaceAndNothingIsWritten() {
        PetitionId letter = Life.ofALetter().id();
        Desk.as("dispatch").claim(letter, "decideClass");
        Map<String, Long> before = records.rows();

        assertThatThrownBy(() -> splitting(letter, PIPE, IDEA, new Splitting.Typed("", "", "", "")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【分拆出的第2项：标题】必须填写")
                .hasMessageContaining("【分拆出的第2项：内容】必须填写");
        assertThatThrownBy(() -> splitting(letter, PIPE)).hasMessageContaining("应有1至9项");

        assertThat(records.rows()).isEqualTo(before);
    }

    private void refused(PetitionId letter, String why, Splitting.Typed kept, Splitting.Typed... others) {
        assertThatThrownBy(() -> splitting(letter, kept, others))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(why);
    }

    private List<Received> split(PetitionId letter, Splitting.Typed kept, Splitting.Typed... others) {
        Desk.as("dispatch").claim(letter, "decideClass");
        return splitting(letter, kept, others);
    }

    private List<Received> splitting(PetitionId letter, Splitting.Typed kept, Splitting.Typed... others) {
        return engine.as(DISPATCHER, () -> splitting.split(letter, kept, List.of(others), DISPATCHER));
    }

    private CircumstanceSheet sheet(PetitionId id, Circle viewer) {
        return circumstances.of(id, viewer).orElseThrow();
    }
}
