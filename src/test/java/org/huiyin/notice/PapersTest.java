package org.huiyin.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.casefile.PetitionState;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@DisplayName("文书：编号、送出、送达")
class PapersTest {
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId HANDLER = new OfficerId("handler");

    @Autowired
    Papers papers;

    @Autowired
    CaseFile cases;

    @Autowired
    Journal journal;

    @Autowired
    EngineGateway gateway;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theNumberIsWrittenAsOrgansWriteIt() {
        Time.is("2071-03-02");

        Paper first = issue(petition(), PaperKind.ACCEPTANCE_NOTICE);
        Paper second = issue(petition(), PaperKind.ACCEPTANCE_NOTICE);
        Paper other = issue(petition(), PaperKind.DECLINE_NOTICE);
        Time.is("2072-01-01");
        Paper nextYear = issue(petition(), PaperKind.ACCEPTANCE_NOTICE);

        assertThat(first.number()).isEqualTo("滨建信访受〔2071〕1号");
        assertThat(second.number()).isEqualTo("滨建信访受〔2071〕2号");
        assertThat(other.number()).isEqualTo("滨建信访不受〔2071〕1号");
        assertThat(nextYear.number()).isEqualTo("滨建信访受〔2072〕1号");
    }

    @Test
    void numbersHaveNoGapsWhenManyIssueAtOnceAndSomeGiveUp() throws Exception {
        Time.is("2073-03-02");
        ExecutorService officers = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                boolean givesUp = i % 3 == 0;
                work.add(() -> issuedOrGivenUp(givesUp));
            }
            for (Future<Boolean> done : officers.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            officers.shutdownNow();
        }

        assertThat(jdbc.sql("select serial from notice.paper where kind = 'DECLINE_NOTICE' and year = 2073 order by 1")
                        .query(Integer.class)
                        .list())
                .hasSize(40)
                .startsWith(1)
                .endsWith(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void issuingSendingAndReceivingAreInTheJournal() {
        Time.is("2026-03-02");
        PetitionId id = petition();
        Paper opinion = issue(id, PaperKind.OPINION);
        Time.is("2026-03-09");

        as(() -> papers.sent(id, PaperKind.OPINION, DeliveryMethod.POST, LocalDate.of(2026, 3, 3), "挂号信"));
        as(() -> papers.received(id, PaperKind.OPINION, LocalDate.of(2026, 3, 6), ReceiptKind.SIGNED, ""));

        Paper paper = papers.latest(id, PaperKind.OPINION).orElseThrow();
        assertThat(paper.id()).isEqualTo(opinion.id());
        assertThat(paper.deliveryMethod()).contains(DeliveryMethod.POST);
        assertThat(paper.receivedOn()).contains(LocalDate.of(2026, 3, 6));
        assertThat(paper.isReceived()).isTrue();
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.ANSWERED);
        List<JournalEntry> entries = journal.of(id);
        assertThat(entries)
                .extracting(JournalEntry::kind)
                .containsExactly(
                        JournalKind.OPENED,
                        JournalKind.REGISTERED,
                        JournalKind.PAPER_ISSUED,
                        JournalKind.ANSWER_SENT,
                        JournalKind.PAPER_RECEIVED);
        assertThat(entries.get(3).facts())
                .containsEntry("number", opinion.number())
                .containsEntry("sentOn", "2026-03-03");
        assertThat(entries.get(3).typed()).contains("挂号信");
        assertThat(journal.intact(id)).isTrue();
    }

    @Test
    @DisplayName("第三十五条：送达日期不得伪造")
    void impossibleDaysAreRefused() {
        Time.is("2026-03-02");
        PetitionId id = petition();
        issue(id, PaperKind.OPINION);

        assertThatThrownBy(() -> sent(id, "2026-03-01")).hasMessage("【送出日期】不能早于制发日期2026-03-02，请核对。");
        assertThatThrownBy(() -> sent(id, "2026-03-03")).hasMessageStartingWith("【送出日期】不能晚于今天");
        assertThatThrownBy(() -> received(id, "2026-03-02", ReceiptKind.SIGNED)).hasMessageContaining("尚未登记送出");
        sent(id, "2026-03-02");
        assertThatThrownBy(() -> sent(id, "2026-03-02")).hasMessageContaining("不能重复登记");
        assertThatThrownBy(() -> received(id, "2026-03-01", ReceiptKind.SIGNED))
                .hasMessageStartingWith("【送达日期】不能早于送出日期");
        received(id, "2026-03-02", ReceiptKind.REFUSED);
        assertThatThrownBy(() -> received(id, "2026-03-02", ReceiptKind.SIGNED)).hasMessageContaining("不能重复登记");
    }

    @Test
    @DisplayName("无法送达的，公布于查询码下，信访人凭码确认收到")
    void whatCannotBeDeliveredIsPublishedAndMayBeAcknowledged() {
        Time.is("2026-03-02");
        PetitionId id = petition();
        issue(id, PaperKind.OPINION);
        sent(id, "2026-03-02");
        received(id, "2026-03-02", ReceiptKind.UNDELIVERABLE);
        assertThat(papers.latest(id, PaperKind.OPINION).orElseThrow().isReceived())
                .isFalse();

        as(() -> papers.sent(id, PaperKind.OPINION, DeliveryMethod.PUBLISHED, Time.today(), ""));
        received(id, "2026-03-02", ReceiptKind.ACKNOWLEDGED);

        assertThat(papers.latest(id, PaperKind.OPINION).orElseThrow().isReceived())
                .isTrue();
        assertThat(journal.of(id))
                .extracting(JournalEntry::kind)
                .endsWith(
                        JournalKind.PAPER_UNDELIVERABLE,
                        JournalKind.ANSWER_PUBLISHED,
                        JournalKind.RECEIPT_ACKNOWLEDGED);
    }

    @Test
    @DisplayName("第二十三条：依法无须告知的，记入日志")
    void aNoticeThatIsNotDueIsRecordedAsSuch() {
        PetitionId id = petition();
        issue(id, PaperKind.ACCEPTANCE_NOTICE);

        as(() -> papers.sent(id, PaperKind.ACCEPTANCE_NOTICE, DeliveryMethod.NOT_DUE, Time.today(), ""));

        assertThat(journal.of(id)).extracting(JournalEntry::kind).endsWith(JournalKind.NOTICE_NOT_DUE);
    }

    @Test
    void theReceiptOfRegistrationIsHandedOverAndKeptNowhere() {
        PetitionId id = petition();
        String html = gateway.as(HANDLER, () -> papers.registrationReceipt(id));

        Matcher code = Pattern.compile("class=\"code\">([2-9A-Z]{10})<").matcher(html);
        assertThat(code.find()).isTrue();
        assertThat(html).contains(id.value(), "来信", "登记凭证");
        assertThat(cases.opens(id, code.group(1))).isTrue();
        assertThat(papers.of(id)).isEmpty();
        assertThat(journal.of(id))
                .extracting(JournalEntry::kind)
                .endsWith(JournalKind.QUERY_CODE_ISSUED, JournalKind.PAPER_PRINTED);
        assertThatThrownBy(() -> issue(id, PaperKind.REGISTRATION_RECEIPT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIssuedPaperIsKeptAsItWas() {
        Paper paper = issue(petition(), PaperKind.DECLINE_NOTICE);

        assertThatThrownBy(() -> jdbc.sql("update notice.paper_text set html = '' where paper = :id")
                        .param("id", paper.id().value())
                        .update())
                .hasMessageContaining("kept as it is");
        assertThatThrownBy(() -> jdbc.sql("delete from notice.paper where id = :id")
                        .param("id", paper.id().value())
                        .update())
                .hasMessageContaining("kept as it is");
        assertThat(papers.find(paper.id())).contains(paper);
    }

    private boolean issuedOrGivenUp(boolean givesUp) {
        PetitionId id = petition();
        tx.executeWithoutResult(step -> {
            issue(id, PaperKind.DECLINE_NOTICE);
            if (givesUp) {
                step.setRollbackOnly();
            }
        });
        return papers.of(id).isEmpty() == givesUp;
    }

    private Paper issue(PetitionId id, PaperKind kind) {
        return gateway.as(HANDLER, () -> papers.issue(id, kind, HOUSING, HANDLER, Contents.of(kind)));
    }

    private void sent(PetitionId id, String day) {
        as(() -> papers.sent(id, PaperKind.OPINION, DeliveryMethod.IN_PERSON, LocalDate.parse(day), ""));
    }

    private void received(PetitionId id, String day, ReceiptKind kind) {
        as(() -> papers.received(id, PaperKind.OPINION, LocalDate.parse(day), kind, ""));
    }

    private PetitionId petition() {
        return gateway.as(HANDLER, () -> {
            PetitionId id = cases.open(Channel.LETTER, HOUSING, HANDLER);
            cases.register(id, ARegistration.letter().from("张三").build());
            return id;
        });
    }

    private void as(Runnable work) {
        gateway.as(HANDLER, work);
    }
}
