package org.huiyin.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.stereotype.Component;

/**
 * The ordinary life whose cost is measured: registered, sorted, forwarded, signed in, accepted, drafted, signed, sent,
 * received and evaluated, through the verbs and forms that Tasklist uses.
 */
@Component
public class OrdinaryLife {
    public static final String REGISTER = "register";
    public static final String EVALUATE = "evaluate";

    /** The user tasks after registration, in order, and whether each is offered to a group, so that somebody takes it. */
    public static final Map<String, Boolean> TASKS = tasks();

    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OfficerId REGISTRAR = new OfficerId("intake");
    private static final OfficerId DISPATCHER = new OfficerId("dispatch");

    private final EngineGateway gateway;
    private final Intake intake;
    private final Evaluation evaluation;
    private final Organs organs;

    OrdinaryLife(EngineGateway gateway, Intake intake, Evaluation evaluation, Organs organs) {
        this.gateway = gateway;
        this.intake = intake;
        this.evaluation = evaluation;
        this.organs = organs;
    }

    /** Told of each step before it is taken, with the step to take. */
    public interface Counter {
        void count(String step, Runnable work);
    }

    /** Lives one life; the number makes it go to another organ than its neighbours. */
    public void live(int number, Counter counter) {
        Organ organ = competent(number);
        Received[] received = new Received[1];
        counter.count(REGISTER, () -> received[0] = register(number));
        Map<String, Map<String, Object>> typed = typed(organ);
        TASKS.keySet()
                .forEach(task -> counter.count(
                        task, () -> complete(received[0], task, typed.getOrDefault(task, Map.of()), organ)));
        counter.count(EVALUATE, () -> evaluate(received[0]));
    }

    private Received register(int number) {
        return gateway.as(REGISTRAR, () -> intake.receive(letter(number), BUREAU, REGISTRAR));
    }

    private void evaluate(Received received) {
        gateway.asSystem(() -> evaluation.evaluate(received.number(), received.queryCode(), ratings()));
    }

    private void complete(Received received, String activity, Map<String, Object> typed, Organ organ) {
        gateway.as(personFor(activity, organ), () -> {
            OpenTaskRow task = gateway.openTasks(received.number()).get(0);
            if (!task.activity().equals(activity) || task.assignee().isEmpty() != offered(activity)) {
                throw new AssertionError("not " + activity + " as expected, but " + task);
            }
            if (offered(activity)) {
                gateway.claim(task.id());
            }
            gateway.complete(task.id(), typed);
        });
    }

    private static boolean offered(String activity) {
        return Boolean.TRUE.equals(TASKS.get(activity));
    }

    private static Map<String, Boolean> tasks() {
        Map<String, Boolean> tasks = new java.util.LinkedHashMap<>();
        tasks.put("decideClass", true);
        tasks.put("forwardPetition", true);
        tasks.put("signIn", true);
        tasks.put("decideAcceptance", false);
        tasks.put("draftOpinion", false);
        tasks.put("signOpinion", true);
        tasks.put("sendOpinion", false);
        tasks.put("recordReceipt", false);
        return java.util.Collections.unmodifiableMap(tasks);
    }

    private OfficerId personFor(String activity, Organ organ) {
        return switch (activity) {
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
