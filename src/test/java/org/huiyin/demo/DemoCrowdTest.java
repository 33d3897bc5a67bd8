package org.huiyin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.Journal;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.Lamp;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The many petitions of the demo city: made up by counting, told by the same forms as all others. */
@HuiyinTest
class DemoCrowdTest {
    private static final int EVERY = 8;

    @Autowired
    private DemoCrowd crowd;

    @Autowired
    private DemoPetitions demo;

    @Autowired
    private DemoLetterTable table;

    @Autowired
    private Journal journal;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyStartTellsTheSameAndNoTwoPetitionsAreAlike() {
        List<DemoLetter> letters = crowd.letters();

        assertThat(crowd.letters()).isEqualTo(letters);
        assertThat(letters).hasSizeGreaterThan(300);
        for (String field : List.of("petitionerName", "phone", "content")) {
            assertThat(letters.stream().map(letter -> typed(letter, field)))
                    .as(field)
                    .doesNotHaveDuplicates();
        }
        assertThat(letters.stream()
                        .flatMap(letter -> letter.steps().stream())
                        .map(step -> step.typed().toString()))
                .noneMatch(text -> text.contains("{place}") || text.contains("null"));
        assertThat(letters.stream().map(letter -> typed(letter, "subject")).distinct())
                .hasSizeGreaterThan(8);
    }

    @Test
    @DisplayName("Whoever tells the crowd in its order numbers the papers of every organ by their days")
    void papersAreNumberedByTheirDays() {
        DemoSchedule schedule = new DemoSchedule(Instant.parse("2026-06-10T02:00:00Z"), crowd.letters());
        Map<String, List<Instant>> papers = IntStream.range(
                        0, schedule.letters().size())
                .mapToObj(schedule::story)
                .flatMap(List::stream)
                .filter(entry -> List.of("decideAcceptance", "signOpinion")
                        .contains(entry.step().deed()))
                .collect(Collectors.groupingBy(
                        entry -> entry.step().deed() + " " + entry.step().by(),
                        Collectors.mapping(entry -> day(entry.at()), Collectors.toList())));

        assertThat(papers).hasSizeGreaterThan(20);
        assertThat(papers).allSatisfy((organ, days) -> assertThat(days).isSortedAccordingTo(Comparator.naturalOrder()));
    }

    @Test
    @DisplayName("Cockpit's diagram shows the lamps that the clocks' rows say, all four of them")
    void theDiagramShowsTheLampsOfTheRows() {
        List<PetitionId> told = tellSome();

        Map<Lamp, Long> rows = told.stream()
                .flatMap(petition -> deadlines.of(petition).stream())
                .filter(Clock::isRunning)
                .collect(Collectors.groupingBy(Clock::lamp, Collectors.counting()));
        Map<Lamp, Long> diagram = told.stream()
                .flatMap(this::lampsInTheDiagram)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(diagram).isEqualTo(rows).containsOnlyKeys(EnumSet.allOf(Lamp.class));
        assertThat(diagram.get(Lamp.GREEN)).isGreaterThan(diagram.get(Lamp.OVERDUE));
        assertThat(told).allMatch(journal::intact);
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void aStoryBrokenOffLeavesNothingAndIsToldOnceAfterwards() {
        DemoLetter whole = renamed(crowd.letters().stream()
                .filter(letter -> letter.waitsAt().equals("signOpinion"))
                .findFirst()
                .orElseThrow());
        List<DemoStep> broken = new ArrayList<>(whole.steps());
        broken.set(broken.size() - 1, new DemoStep(0, "reviewer", "draftOpinion", Map.of()));
        long before = petitions();

        assertThatThrownBy(() -> tell(new DemoLetter(whole.ref(), whole.story(), whole.waitsAt(), broken)))
                .isInstanceOf(RuntimeException.class);
        assertThat(petitions()).isEqualTo(before);
        assertThat(table.find(whole.ref()))
                .hasValueSatisfying(row -> assertThat(row.stepsDone()).isZero());

        assertThat(tell(whole)).isTrue();
        assertThat(tell(whole)).isFalse();
        assertThat(petitions()).isEqualTo(before + 1);
        waitsWhereItSays(whole);
    }

    /** All that no organ has yet, and some of the others: the suite is not to wait for the whole city. */
    private List<PetitionId> tellSome() {
        List<DemoLetter> letters = crowd.letters();
        DemoSchedule schedule = new DemoSchedule(demo.begin(letters), letters);
        List<PetitionId> told = new ArrayList<>();
        for (int n = 0; n < letters.size(); n++) {
            DemoLetter letter = letters.get(n);
            if (letter.waitsAt().equals("decideClass") || n % EVERY == 0) {
                assertThat(demo.tell(schedule.story(n))).as(letter.ref()).isTrue();
                waitsWhereItSays(letter);
                told.add(number(letter));
            }
        }
        return told;
    }

    private boolean tell(DemoLetter letter) {
        List<DemoLetter> one = List.of(letter);
        return demo.tell(new DemoSchedule(demo.begin(one), one).story(0));
    }

    private void waitsWhereItSays(DemoLetter letter) {
        assertThat(gateway.asSystem(() -> gateway.isWaiting(number(letter), letter.waitsAt())))
                .as(letter.ref() + letter.story())
                .isTrue();
    }

    private PetitionId number(DemoLetter letter) {
        return table.find(letter.ref()).orElseThrow().petition().orElseThrow();
    }

    private Stream<Lamp> lampsInTheDiagram(PetitionId petition) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("deadlineWatch")
                .processInstanceBusinessKey(petition.value())
                .list()
                .stream()
                .map(watch -> runtime.getActiveActivityIds(watch.getId()).get(0))
                .map(activity -> Lamp.valueOf(activity.replace("show", "").toUpperCase(java.util.Locale.ROOT)));
    }

    private static DemoLetter renamed(DemoLetter letter) {
        return new DemoLetter("BROKEN-01", letter.story(), letter.waitsAt(), letter.steps());
    }

    private static Object typed(DemoLetter letter, String field) {
        return letter.steps().stream()
                .flatMap(step -> Stream.ofNullable(step.typed().get(field)))
                .findFirst()
                .orElseThrow();
    }

    private static Instant day(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.DAYS);
    }

    private long petitions() {
        return jdbc.sql("select count(*) from casefile.petition")
                .query(Long.class)
                .single();
    }
}
