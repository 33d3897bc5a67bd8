package org.huiyin.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.casefile.Petition;
import org.huiyin.desk.UrgentPage.Choice;
import org.huiyin.desk.UrgentPage.Fact;
import org.huiyin.desk.UrgentPage.ReceiptLine;
import org.huiyin.engine.EngineClock;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.huiyin.urgent.UrgentAlert;
import org.huiyin.urgent.UrgentKind;
import org.huiyin.urgent.UrgentLevel;
import org.huiyin.urgent.UrgentMatters;
import org.huiyin.urgent.UrgentReport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an officer does beside his form with a matter that is major or urgent: marks it, enters receipts, takes it back. */
@Service
class UrgentDesk {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);

    private final CaseAccess access;
    private final UrgentMatters urgent;
    private final Organs organs;
    private final EngineGateway engine;

    UrgentDesk(CaseAccess access, UrgentMatters urgent, Organs organs, EngineGateway engine) {
        this.access = access;
        this.urgent = urgent;
        this.organs = organs;
        this.engine = engine;
    }

    @Transactional(readOnly = true)
    UrgentPage read(OfficerId officer, PetitionId id) {
        Petition petition = access.readable(officer, id);
        Optional<UrgentAlert> latest = urgent.latest(id);
        Optional<UrgentAlert> flagged = latest.filter(alert -> !alert.isWithdrawn());
        boolean open = petition.isOpen() && !petition.isDraft();
        boolean may = access.mayFlagUrgent(officer, petition);
        return new UrgentPage(
                id.value(),
                open && flagged.isEmpty() && may,
                flagged.isPresent() && urgent.mayWithdraw(petition, officer),
                flagged.isPresent(),
                latest.map(this::state).orElse(""),
                latest.map(this::facts).orElse(List.of()),
                latest.map(alert -> receipts(alert, may)).orElse(List.of()),
                choices(UrgentKind.values()),
                choices(UrgentLevel.values()));
    }

    @Transactional
    void flag(OfficerId officer, PetitionId id, UrgentReport report) {
        Petition petition = access.readable(officer, id);
        if (!access.mayFlagUrgent(officer, petition)) {
            throw new NoRight("只有正在办理这件事项的机关和人员，可以把它标为重大紧急。");
        }
        engine.as(officer, () -> urgent.flag(id, report, officer));
    }

    @Transactional
    void enterReceipt(OfficerId officer, PetitionId id, int position, String note) {
        Petition petition = access.readable(officer, id);
        if (!access.mayFlagUrgent(officer, petition)) {
            throw new NoRight("只有报告的机关可以登记系统外报送对象的签收。");
        }
        engine.as(officer, () -> urgent.acknowledgedOutside(id, position, note, officer));
    }

    @Transactional
    void withdraw(OfficerId officer, PetitionId id, String reason) {
        access.readable(officer, id);
        engine.as(officer, () -> urgent.withdraw(id, reason, officer));
    }

    private String state(UrgentAlert alert) {
        return alert.withdrawal()
                .map(withdrawal -> minute(withdrawal.at()) + "由"
                        + organs.officer(withdrawal.by()).name() + "撤销。理由：" + withdrawal.reason())
                .orElseGet(() -> minute(alert.flaggedAt()) + "由"
                        + organs.officer(alert.flaggedBy()).name() + "标为"
                        + alert.report().level().label() + "并报告");
    }

    private List<Fact> facts(UrgentAlert alert) {
        UrgentReport report = alert.report();
        return List.of(
                new Fact("报告文号", alert.paper()),
                new Fact("情形", report.kind().label()),
                new Fact("知悉时间", minute(report.knownAt())),
                new Fact("涉及人数", report.people() == 0 ? "不详" : report.people() + "人"),
                new Fact("地点", report.place()),
                new Fact("情况", report.situation()),
                new Fact("已采取的措施", report.measures()));
    }

    private List<ReceiptLine> receipts(UrgentAlert alert, boolean may) {
        return alert.receipts().stream()
                .map(receipt -> new ReceiptLine(
                        receipt.position(),
                        receipt.addressee(),
                        receipt.duty(),
                        receipt.acknowledgedAt()
                                .map(at -> minute(at) + "签收" + (receipt.note().isEmpty() ? "" : "：" + receipt.note()))
                                .orElse("尚未签收"),
                        may && receipt.organ().isEmpty() && !receipt.isAcknowledged()))
                .toList();
    }

    private static List<Choice> choices(Labelled[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(((Enum<?>) value).name(), value.label()))
                .toList();
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(EngineClock.BEIJING));
    }
}
