package org.huiyin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonKind;
import org.huiyin.casefile.Purpose;
import org.huiyin.casefile.Registration;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.OpenTaskRow;
import org.huiyin.evaluation.Evaluation;
import org.huiyin.evaluation.Rating;
import org.huiyin.evaluation.Ratings;
import org.huiyin.intake.Intake;
import org.huiyin.intake.Received;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Whole ordinary lives through our verbs, beside the bare engine on a model with as many user tasks, in the same run. */
@Tag("benchmark")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(CountedDataSource.class)
class LifeBenchmark {
    private static final int THREADS = 4;
    private static final int WARM_UP = Integer.getInteger("huiyin.benchmark.warmup", 60);
    private static final int LIVES = Integer.getInteger("huiyin.benchmark.lives", 400);
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OfficerId REGISTRAR = new OfficerId("intake");
    private static final OfficerId DISPATCHER = new OfficerId("dispatch");

    /** The user tasks of an ordinary life after registration, in order. */
    private static final List<String> STEPS = List.of(
            "decideClass",
            "forwardPetition",
            "signIn",
            "decideAcceptance",
            "draftOpinion",
            "signOpinion",
            "sendOpinion",
            "recordReceipt");

    @Autowired
    EngineGateway gateway;

    @Autowired
    Intake intake;

    @Autowired
    Evaluation evaluation;

    @Autowired
    Organs organs;

    @Autowired
    DataSource dataSource;

    private final Bars bars = new Bars();

    @Test
    void ordinaryLivesBesideTheBareEngine() throws Exception {
        Statements bareStatements = new Statements();
        try (BareEngine bare = bareEngine(bareStatements)) {
            double bareRate = rate(WARM_UP, LIVES, bare::live);
            double ownRate = rate(WARM_UP, LIVES, this::live);
            double bareAgain = rate(0, LIVES, bare::live);
            double reference = (bareRate + bareAgain) / 2;
            bars.add(
                    "ordinary lifecycle, rate against the bare engine",
                    ownRate / reference,
                    "ratio",
                    "bare %.1f and %.1f lives/s, ours %.1f lives/s".formatted(bareRate, bareAgain, ownRate),
                    ">= 1.2",
                    ownRate / reference >= 1.2);
            countStatements(bare, bareStatements);
        }
        bars.write();
    }

    private BareEngine bareEngine(Statements statements) throws Exception {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        String url = pool.getJdbcUrl().replaceFirst("/postgres\\b", "/bare");
        return new BareEngine(dataSource, url, pool.getUsername(), pool.getPassword(), statements, STEPS.size());
    }

    /** Lives per second with all threads, after a warm-up that is not counted. */
    private static double rate(int warmUp, int lives, IntConsumer life) throws Exception {
        AtomicInteger next = new AtomicInteger();
        run(warmUp, () -> life.accept(next.incrementAndGet()));
        long start = System.nanoTime();
        run(lives, () -> life.accept(next.incrementAndGet()));
        return lives / ((System.nanoTime() - start) / 1e9);
    }

    private static void run(int times, Runnable work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(work));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void live(int number) {
        Received received = register(number);
        Map<String, Map<String, Object>> typed = typed(competent(number));
        for (String step : STEPS) {
            complete(received.number(), step, typed.getOrDefault(step, Map.of()), competent(number));
        }
        evaluate(received);
    }

    private Received register(int number) {
        return gateway.as(REGISTRAR, () -> intake.receive(letter(number), BUREAU, REGISTRAR));
    }

    private void evaluate(Received received) {
        gateway.asSystem(() -> evaluation.evaluate(received.number(), received.queryCode(), ratings()));
    }

    private void complete(PetitionId petition, String step, Map<String, Object> typed, Organ organ) {
        OfficerId person = personFor(step, organ);
        gateway.as(person, () -> {
            OpenTaskRow task = gateway.openTasks(petition).get(0);
            assertThat(task.activity()).isEqualTo(step);
            if (task.assignee().isEmpty()) {
                gateway.claim(task.id());
            }
            gateway.complete(task.id(), typed);
        });
    }

    private OfficerId personFor(String step, Organ organ) {
        return switch (step) {
            case "decideClass", "forwardPetition" -> DISPATCHER;
            case "signOpinion" -> organs.officers(organ.id(), Role.SIGN).get(0).id();
            default -> organs.officers(organ.id(), Role.HANDLE).get(0).id();
        };
    }

    /** Different organs, because the gap-free numbers of one organ's papers are taken one after the other. */
    private Organ competent(int number) {
        List<Organ> departments = organs.ofKind(OrganKind.DEPARTMENT).stream()
                .filter(organ -> !organs.officers(organ.id(), Role.HANDLE).isEmpty()
                        && !organs.officers(organ.id(), Role.SIGN).isEmpty())
                .toList();
        return departments.get(number % departments.size());
    }

    private void countStatements(BareEngine bare, Statements bareStatements) {
        int sample = 20;
        Statements.Count before = bareStatements.now();
        for (int i = 0; i < sample; i++) {
            bare.live(1_000_000 + i);
        }
        Statements.Count reference = bareStatements.now().minus(before);
        Map<String, Statements.Count> steps = new LinkedHashMap<>();
        for (int i = 0; i < sample; i++) {
            liveCounted(2_000_000 + i, steps);
        }
        long total = 0;
        for (Map.Entry<String, Statements.Count> step : steps.entrySet()) {
            total += step.getValue().statements();
            bars.add(
                    "statements of " + step.getKey(),
                    (double) step.getValue().statements() / sample,
                    "statements",
                    step.getValue().describe(sample),
                    "counted",
                    true);
        }
        bars.add(
                "statements of a whole life",
                (double) total / sample,
                "statements",
                "bare engine: " + reference.statements() / sample + " (" + reference.describe(sample) + ")",
                "counted",
                true);
    }

    private void liveCounted(int number, Map<String, Statements.Count> steps) {
        Received[] received = new Received[1];
        count(steps, "register", () -> received[0] = register(number));
        Map<String, Map<String, Object>> typed = typed(competent(number));
        for (String step : STEPS) {
            count(
                    steps,
                    step,
                    () -> complete(received[0].number(), step, typed.getOrDefault(step, Map.of()), competent(number)));
        }
        count(steps, "evaluate", () -> evaluate(received[0]));
    }

    private static void count(Map<String, Statements.Count> steps, String step, Runnable work) {
        Statements.Count before = CountedDataSource.STATEMENTS.now();
        work.run();
        Statements.Count done = CountedDataSource.STATEMENTS.now().minus(before);
        steps.merge(
                step,
                done,
                (a, b) -> new Statements.Count(
                        a.selects() + b.selects(),
                        a.inserts() + b.inserts(),
                        a.updates() + b.updates(),
                        a.deletes() + b.deletes(),
                        a.commits() + b.commits()));
    }

    private static Registration letter(int number) {
        return new Registration(
                Channel.LETTER,
                Time.now(),
                Optional.empty(),
                List.of(new Person("季望舒", "13900000000", "", "滨江区柳荫路" + number + "号", PersonKind.CITIZEN)),
                "楼道灯不亮",
                "我们这个楼道的灯坏了三个月，物业一直没有修，老人晚上上下楼很危险。",
                "请督促物业修好楼道灯。",
                "滨江区柳荫路",
                "城乡建设",
                false,
                false,
                1,
                Optional.empty(),
                Purpose.REQUEST,
                Optional.empty());
    }

    private Map<String, Map<String, Object>> typed(Organ organ) {
        String today = Time.today().toString();
        return Map.of(
                "decideClass", Map.of("petitionClass", "APPEAL", "route", "PETITION"),
                "forwardPetition", Map.of("receivingOrgan", organ.id().value(), "forwardReason", "属于该机关职责。"),
                "signIn",
                        Map.of(
                                "decision",
                                "SIGN",
                                "handler",
                                personFor("signIn", organ).value()),
                "decideAcceptance", Map.of("decision", "ACCEPT", "deliveryMethod", "POST"),
                "draftOpinion",
                        Map.of(
                                "demands", "修好楼道灯。",
                                "findings", "现场查看属实，灯具损坏。",
                                "opinionOutcome", "SUPPORTED",
                                "opinion", "物业已于当日更换灯具。",
                                "legalBasis", "《物业管理条例》第三十五条。"),
                "signOpinion", Map.of("decision", "SIGN"),
                "sendOpinion", Map.of("deliveryMethod", "POST", "sentOn", today),
                "recordReceipt", Map.of("receiptKind", "SIGNED", "receivedOn", today));
    }

    private static Ratings ratings() {
        return new Ratings(Optional.of(Rating.SATISFIED), Rating.SATISFIED, "");
    }
}
