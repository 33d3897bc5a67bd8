package org.huiyin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.Lamp;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo city shows every state that a petition can have, and none of it is painted: it came there by its forms. */
@HuiyinTest
class DemoPetitionsTest {
    @Autowired
    DemoPetitions demo;

    @Autowired
    DemoLetterTable table;

    @Autowired
    CaseFile cases;

    @Autowired
    Journal journal;

    @Autowired
    Deadlines deadlines;

    @Autowired
    EngineGateway gateway;

    @Autowired
    RuntimeService runtime;

    @Test
    void everyStoryStandsWhereItSaysAndEveryStateIsShown() {
        List<DemoLetter> letters = DemoStart.letters();

        demo.load(letters);

        Map<DemoLetter, PetitionId> numbers =
                letters.stream().collect(Collectors.toMap(Function.identity(), this::number));
        assertThat(numbers).allSatisfy(this::standsWhereItSays);
        assertThat(petitions(numbers).map(Petition::state)).containsAll(EnumSet.allOf(PetitionState.class));
        assertThat(petitions(numbers).flatMap(petition -> petition.endReason().stream()))
                .containsAll(EnumSet.allOf(EndReason.class));
        assertThat(letters.stream().map(DemoLetter::waitsAt)).containsAll(USER_TASKS);
        assertThat(running(numbers).map(Clock::lamp)).containsAll(EnumSet.allOf(Lamp.class));
        assertThat(overdue(numbers)).contains(ClockKind.D2, ClockKind.D4, ClockKind.D6);
        assertThat(numbers.values()).allMatch(journal::intact);
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void anInterruptedLoadGoesOnWhereItStoppedAndDoublesNothing() {
        DemoLetter whole = copy(DemoStart.letters().stream()
                .filter(letter -> letter.waitsAt().equals("signOpinion"))
                .findFirst()
                .orElseThrow());
        DemoLetter begun =
                new DemoLetter(whole.ref(), whole.story(), "", whole.steps().subList(0, 4));

        assertThat(demo.load(List.of(begun))).isEqualTo(4);
        PetitionId number = number(begun);
        assertThat(demo.load(List.of(whole))).isEqualTo(whole.steps().size() - 4);
        assertThat(demo.load(List.of(whole))).isZero();

        assertThat(number(whole)).isEqualTo(number);
        standsWhereItSays(whole, number);
    }

    private static final Set<String> USER_TASKS = Set.of(
            "registerLetter",
            "registerVisit",
            "registerCall",
            "decideClass",
            "guideToProcedure",
            "forwardPetition",
            "signIn",
            "reviewObjection",
            "decideAcceptance",
            "giveSimplifiedAnswer",
            "recordSimplifiedReceipt",
            "draftOpinion",
            "signOpinion",
            "sendOpinion",
            "recordReceipt",
            "studySuggestion",
            "signSuggestionReply",
            "transferAccusation",
            "receiveAccusation",
            "decideReview",
            "awaitEvaluation",
            "awaitReviewRequest");

    private static DemoLetter copy(DemoLetter letter) {
        return new DemoLetter("INTERRUPTED-01", letter.story(), letter.waitsAt(), letter.steps());
    }

    private void standsWhereItSays(DemoLetter letter, PetitionId number) {
        Petition petition = cases.get(number);
        if (letter.waitsAt().isEmpty()) {
            assertThat(petition.endReason()).as(letter.ref() + letter.story()).isPresent();
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(number.value())
                            .count())
                    .as(letter.ref() + letter.story())
                    .isZero();
        } else {
            assertThat(petition.endReason()).as(letter.ref() + letter.story()).isEmpty();
            assertThat(gateway.asSystem(() -> gateway.isWaiting(number, letter.waitsAt())))
                    .as(letter.ref() + letter.story())
                    .isTrue();
        }
    }

    private PetitionId number(DemoLetter letter) {
        return table.find(letter.ref()).orElseThrow().petition().orElseThrow();
    }

    private Stream<Petition> petitions(Map<DemoLetter, PetitionId> numbers) {
        return numbers.values().stream().map(cases::get);
    }

    private Stream<Clock> running(Map<DemoLetter, PetitionId> numbers) {
        return numbers.values().stream()
                .flatMap(id -> deadlines.of(id).stream())
                .filter(Clock::isRunning);
    }

    private List<ClockKind> overdue(Map<DemoLetter, PetitionId> numbers) {
        return running(numbers)
                .filter(clock -> clock.lamp() == Lamp.OVERDUE)
                .map(Clock::kind)
                .toList();
    }
}
