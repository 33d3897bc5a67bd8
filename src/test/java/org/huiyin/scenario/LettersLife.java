package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.Time;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The letters of a file live: they are imported week by week as they were received, some are carried through by the clerk
 * while the time moves on, and their petitioners speak. The time starts at the first letter and never goes back; it stands while
 * several hands work, each at a petition of its own, which has a chance of its own: nothing hangs on who is faster.
 */
final class LettersLife {
    private static final Duration STEP = Duration.ofDays(4);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONGEST_LIFE = Duration.ofDays(700);
    private static final Set<String> PETITIONERS_TURN = Set.of("ANSWERED");

    private final int port;
    private final List<LetterRow> letters;
    private final Set<Integer> carried;
    private final Random chance;
    private final Crew crew = new Crew();
    private final Clerk clerk;
    private final Petitioners petitioners;
    private final LettersView view;
    private final EngineGateway gateway;
    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final long incidentsBefore;

    private final List<Matter> all = new ArrayList<>();
    private final List<Matter> open = new ArrayList<>();
    private final List<String> registered = new ArrayList<>();
    private int next;

    LettersLife(ApplicationContext context, int port, List<LetterRow> letters, int howMany, long seed) {
        this.port = port;
        this.letters = letters;
        this.chance = new Random(seed);
        this.carried = sample(letters.size(), Math.min(howMany, letters.size()), chance);
        this.gateway = context.getBean(EngineGateway.class);
        this.jobs = context.getBean(ManagementService.class);
        this.runtime = context.getBean(RuntimeService.class);
        this.view = new LettersView(context.getBean(JdbcClient.class));
        this.clerk = new Clerk(port, context.getBean(Organs.class), gateway, context.getBean(CaseFile.class));
        this.petitioners = new Petitioners(port);
        this.incidentsBefore = runtime.createIncidentQuery().count();
    }

    /** Lives until every carried petition has ended; tells what became of them. */
    void live() {
        Time.to(letters.get(0).receivedAt().plus(Duration.ofHours(1)));
        Instant lastDay = letters.get(letters.size() - 1).receivedAt().plus(LONGEST_LIFE);
        while (next < letters.size() || !open.isEmpty()) {
            assertThat(Time.now()).as("still open: %s", open).isBefore(lastDay);
            importUntil(Time.now());
            turnLamps();
            lookAtAll();
            Instant tomorrow = Time.now().plus(STEP);
            boolean nothingToDo = open.isEmpty() && next < letters.size();
            Time.to(nothingToDo ? max(tomorrow, letters.get(next).receivedAt().plus(WEEK)) : tomorrow);
        }
        check();
        report();
    }

    private void lookAtAll() {
        Map<String, String> states = view.states(numbers(open));
        open.removeIf(matter -> states.get(matter.id.value()).equals("ENDED"));
        Map<String, Matter> byNumber = open.stream().collect(Collectors.toMap(Matter::toString, matter -> matter));
        crew.work(
                view.openTasks(byNumber.keySet()),
                LettersView.Waiting::number,
                task -> clerk.workOn(task, Objects.requireNonNull(byNumber.get(task.number()))));
        crew.work(open, Matter::toString, matter -> {
            if (PETITIONERS_TURN.contains(states.get(matter.id.value())) && matter.chance.nextInt(4) == 0) {
                petitioners.lookAt(matter);
            }
        });
    }

    /** Everything received by now that is not yet registered; one in ten came to the housing bureau itself. */
    private void importUntil(Instant now) {
        List<Integer> bureau = new ArrayList<>();
        List<Integer> housing = new ArrayList<>();
        while (next < letters.size() && !letters.get(next).receivedAt().isAfter(now)) {
            (chance.nextInt(10) == 0 ? housing : bureau).add(next++);
        }
        take("intake", bureau);
        take("handler", housing);
    }

    private void take(String registrar, List<Integer> places) {
        if (places.isEmpty()) {
            return;
        }
        byte[] file = LetterRow.csv(places.stream().map(letters::get).toList());
        Answer answer = Api.as(port, registrar).upload("/api/v1/petitions/import", "letters.csv", file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode told = answer.json();
        assertThat(told.path("rejected").asInt()).as(answer.body()).isZero();
        beginLives(told.path("id").asText());
        for (int i = 0; i < places.size(); i++) {
            JsonNode row = told.path("rows").get(i);
            registered.add(row.path("number").asText());
            if (carried.contains(places.get(i))) {
                Matter matter = new Matter(
                        new PetitionId(row.path("number").asText()),
                        row.path("queryCode").asText(),
                        letters.get(places.get(i)),
                        new Random(chance.nextLong()));
                all.add(matter);
                open.add(matter);
            }
        }
    }

    private void beginLives(String importId) {
        for (int batch = 0; batch < 1000; batch++) {
            List<String> waiting = jobs.createJobQuery().processDefinitionKey("petitionImport").list().stream()
                    .map(job -> job.getId())
                    .toList();
            if (waiting.isEmpty()) {
                return;
            }
            waiting.forEach(this::run);
        }
        throw new AssertionError("the lives behind " + importId + " are never begun");
    }

    private void turnLamps() {
        for (int round = 0; round < 10; round++) {
            List<LettersView.Due> due = view.dueTimers(numbers(open), Time.now());
            if (due.isEmpty()) {
                return;
            }
            crew.work(due, LettersView.Due::number, timer -> run(timer.job()));
        }
        throw new AssertionError("lamps turn without end");
    }

    /** A job may be gone: the one before it ended the clock. */
    private void run(String job) {
        if (jobs.createJobQuery().jobId(job).count() == 1) {
            gateway.asSystem(() -> jobs.executeJob(job));
        }
    }

    private void check() {
        List<String> mine = numbers(all);
        assertThat(registered).hasSize(letters.size());
        assertThat(view.openTasks(registered)).as("tasks without a person").noneMatch(clerk::isForNobody);
        assertThat(runtime.createIncidentQuery().count()).as("incidents").isEqualTo(incidentsBefore);
        assertThat(view.ends(mine))
                .as("lawful ends")
                .allMatch(end -> !end.reason().equals("-"));
        Map.of(
                        "ANSWERED_NO_REVIEW", "OPINION",
                        "ANSWERED_PUBLISHED", "OPINION",
                        "SIMPLY_ANSWERED", "SIMPLIFIED_REPLY",
                        "REVIEWED", "REVIEW_OPINION",
                        "DECLINED", "DECLINE_NOTICE",
                        "NOT_ACCEPTED_AGAIN", "NO_FURTHER_NOTICE",
                        "GUIDED", "GUIDANCE_NOTICE",
                        "SUGGESTION_ANSWERED", "SUGGESTION_REPLY",
                        "TRANSFERRED", "ACCUSATION_TRANSFER")
                .forEach((reason, paper) -> assertThat(view.endedWithoutPaper(mine, reason, paper))
                        .as("%s without %s", reason, paper)
                        .isEmpty());
        assertThat(view.longestVariable(registered))
                .as("text in engine variables")
                .isLessThan(64);
    }

    private void report() {
        List<LettersView.End> ends = view.ends(numbers(all));
        Map<String, Long> reasons = ends.stream()
                .collect(Collectors.groupingBy(LettersView.End::reason, TreeMap::new, Collectors.counting()));
        List<Integer> days = ends.stream().map(LettersView.End::days).sorted().toList();
        System.out.printf(
                "%nletters registered: %d, carried through: %d, tasks done by officers: %d, today is %s%n",
                registered.size(), all.size(), clerk.tasksDone(), Time.today());
        reasons.forEach((reason, count) -> System.out.printf("  %-22s %4d%n", reason, count));
        System.out.printf(
                "days from receipt to end: min %d, median %d, p90 %d, max %d; evaluated %d, acknowledged %d, reviews %d%n%n",
                days.get(0),
                days.get(days.size() / 2),
                days.get(days.size() * 9 / 10),
                days.get(days.size() - 1),
                all.stream().filter(matter -> matter.evaluated).count(),
                all.stream().filter(matter -> matter.acknowledged).count(),
                all.stream().filter(matter -> matter.askedForReview).count());
    }

    private static List<String> numbers(List<Matter> matters) {
        return matters.stream().map(matter -> matter.id.value()).toList();
    }

    private static Set<Integer> sample(int of, int howMany, Random chance) {
        Set<Integer> places = new HashSet<>();
        while (places.size() < howMany) {
            places.add(chance.nextInt(of));
        }
        return places;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
