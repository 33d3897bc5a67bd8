package org.huiyin.benchmark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonKind;
import org.huiyin.casefile.Purpose;
import org.huiyin.casefile.Registration;
import org.huiyin.engine.EngineGateway;
import org.huiyin.intake.Intake;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Time;

/** Officers who decide the class of letters, one after the other, and how long each decision takes. */
class OfficersAtWork {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OfficerId REGISTRAR = new OfficerId("intake");
    private static final OfficerId DISPATCHER = new OfficerId("dispatch");
    private static final Map<String, Object> TYPED = Map.of("petitionClass", "APPEAL", "route", "PETITION");

    private final EngineGateway gateway;
    private final Intake intake;
    private Iterator<PetitionId> letters = List.<PetitionId>of().iterator();

    OfficersAtWork(EngineGateway gateway, Intake intake) {
        this.gateway = gateway;
        this.intake = intake;
    }

    void prepare(int number) {
        List<PetitionId> registered = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            registered.add(gateway.as(
                    REGISTRAR, () -> intake.receive(letter(), BUREAU, REGISTRAR).number()));
        }
        letters = registered.iterator();
    }

    /** Milliseconds that 95 of 100 decisions stay below. */
    double p95(int decisions) {
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < decisions; i++) {
            took.add(decide());
        }
        return p95(took);
    }

    /** The same while something else goes on; waits for its end when the letters run out. */
    double p95Until(BooleanSupplier end) throws InterruptedException {
        List<Long> took = new ArrayList<>();
        while (!end.getAsBoolean()) {
            if (letters.hasNext()) {
                took.add(decide());
            } else {
                Thread.sleep(50);
            }
        }
        return p95(took);
    }

    private long decide() {
        PetitionId letter = letters.next();
        long from = System.nanoTime();
        gateway.as(DISPATCHER, () -> {
            String task = gateway.openTasks(letter).get(0).id();
            gateway.claim(task);
            gateway.complete(task, TYPED);
        });
        return System.nanoTime() - from;
    }

    private static double p95(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1) / 1e6;
    }

    private static Registration letter() {
        return new Registration(
                Channel.LETTER,
                Time.now(),
                Optional.empty(),
                List.of(new Person("季望舒", "13900000000", "", "滨江区柳荫路8号", PersonKind.CITIZEN)),
                "楼道灯不亮",
                "我们这个楼道的灯坏了三个月，物业一直没有修。",
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
}
