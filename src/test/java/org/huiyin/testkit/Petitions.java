package org.huiyin.testkit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Registration;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.notice.ReceiptKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Petitions as they stand when one part of their life begins, so that each process is tested alone. */
@Component
public class Petitions {
    public static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    public static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    public static final OfficerId HANDLER = new OfficerId("handler");
    public static final OfficerId HEAD = new OfficerId("head");

    private final CaseFile cases;
    private final Deadlines deadlines;
    private final Papers papers;
    private final EngineGateway gateway;
    private final TransactionTemplate tx;

    Petitions(CaseFile cases, Deadlines deadlines, Papers papers, EngineGateway gateway, TransactionTemplate tx) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.papers = papers;
        this.gateway = gateway;
        this.tx = tx;
    }

    /** Came to the petition bureau, forwarded to the housing bureau, signed in by its handler. */
    public PetitionId forwarded(Registration registration) {
        return inOneTransaction(() -> entrusted(registration));
    }

    /** The opinion was handed over today: the petitioner may evaluate it, and ask for a review. */
    public PetitionId answered(Registration registration) {
        return inOneTransaction(() -> {
            PetitionId id = entrusted(registration);
            opinion(id);
            papers.sent(id, PaperKind.OPINION, DeliveryMethod.IN_PERSON, Time.today(), "");
            papers.received(id, PaperKind.OPINION, Time.today(), ReceiptKind.SIGNED, "");
            start(id, ClockKind.D12);
            start(id, ClockKind.D22);
            return id;
        });
    }

    public String queryCode(PetitionId id) {
        return inOneTransaction(() -> cases.newQueryCode(id));
    }

    public <T> T inOneTransaction(Supplier<T> work) {
        return gateway.as(HANDLER, () -> java.util.Objects.requireNonNull(tx.execute(status -> work.get())));
    }

    private PetitionId entrusted(Registration registration) {
        PetitionId id = cases.open(registration.channel(), BUREAU, HANDLER);
        cases.register(id, registration);
        cases.entrust(id, HOUSING, Optional.of(HANDLER));
        start(id, ClockKind.D4);
        return id;
    }

    private void opinion(PetitionId id) {
        Map<String, String> content = Map.of(
                "demands", "修复路灯",
                "findings", "经查，三盏路灯因线路老化损坏。",
                "opinionOutcome", "予以支持",
                "opinion", "十日内更换线路并恢复照明。",
                "legalBasis", "《城市道路管理条例》第二十一条");
        papers.issue(id, PaperKind.OPINION, HOUSING, HEAD, content);
    }

    private void start(PetitionId id, ClockKind kind) {
        deadlines.start(id, kind, Time.now(), "测试", HOUSING, Optional.of(HANDLER));
    }

    /** A day from today on, as a form sends it. */
    public static String day(long fromToday) {
        LocalDate day = Time.today().plusDays(fromToday);
        return day.toString();
    }
}
