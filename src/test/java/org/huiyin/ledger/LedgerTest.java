package org.huiyin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Person;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.RightMissing;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@DisplayName("R52 台账")
class LedgerTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OfficerId INTAKE = new OfficerId("intake");
    private static final OfficerId DISPATCH = new OfficerId("dispatch");
    private static final OfficerId SUPERVISE = new OfficerId("supervise");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Ledger ledger;

    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway engine;

    @Autowired
    Bars bars;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("每件一行：来源、日期、诉求、责任单位和人、到期日、状态、结果、最近反馈；信访人遮盖")
    void aMatterIsOneRowWithItsOrganItsDateAndItsLastFeedback() {
        Time.is("2026-03-02");
        PetitionId id = Life.ofALetter().withTheHandler().accepted().id();

        LedgerRow row = row(ledger.page(words(id.value()), SUPERVISE), id);

        assertThat(row.receivedOn()).isEqualTo("2026-03-02");
        assertThat(row.source()).isEqualTo("本级直接收到");
        assertThat(row.registeredBy()).isEqualTo("江城市信访局");
        assertThat(row.organ()).isEqualTo("滨江区住房和城乡建设局");
        assertThat(row.person()).isEqualTo("郑良玉");
        assertThat(row.state()).isEqualTo("受理");
        assertThat(row.dueOn()).isEqualTo("2026-05-01");
        assertThat(row.lamp()).isEqualTo("GREEN");
        assertThat(row.lastFeedback()).isEqualTo("2026-03-02 受理告知书");
        assertThat(row.petitioner()).isEqualTo("白**");
    }

    @Test
    void filtersNarrowAndOrdersPageOnWithoutLosingOrDoublingARow() {
        Time.is("2024-07-01");
        List<PetitionId> ids = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            ids.add(letter("雁归里水管漏水" + i, Optional.empty()));
        }

        for (LedgerOrder order : List.of(LedgerOrder.NEWEST, LedgerOrder.OLDEST)) {
            assertThat(allPages("雁归里水管漏水", order))
                    .containsExactlyInAnyOrderElementsOf(
                            ids.stream().map(PetitionId::value).toList());
        }
        assertThat(ledger.page(query("雁归里水管漏水", null, "VISIT", null, null), INTAKE)
                        .rows())
                .isEmpty();
        assertThat(ledger.page(query("雁归里水管漏水", "2024-07-02", null, null, null), INTAKE)
                        .rows())
                .isEmpty();
        assertThat(ledger.page(query("雁归里水管漏水", "2024-07-01", "LETTER", null, null), INTAKE)
                        .rows())
                .hasSize(50);
    }

    @Test
    @DisplayName("按到期日排序：每件只出现一次，早的在前")
    void byDueDateEachMatterComesOnce() {
        Time.is("2023-03-01");
        PetitionId later = Life.ofALetter().id();
        Time.is("2023-02-01");
        PetitionId sooner = Life.ofALetter().withTheHandler().id();

        List<String> due = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            LedgerPage page = ledger.page(query(null, null, null, "DUE", next.orElse(null)), SUPERVISE);
            page.rows().forEach(row -> due.add(row.number()));
            next = page.next();
        } while (next.isPresent());

        assertThat(due).doesNotHaveDuplicates().containsSubsequence(sooner.value(), later.value());
    }

    @Test
    @DisplayName("第三十条 密件只在专办人员的台账里；要求保密的不显示姓名；各机关只见自己的")
    void whatOneMayNotSeeIsNotInHisLedger() {
        PetitionId sealed = letter("雁渡口收费", Optional.empty());
        engine.as(INTAKE, () -> cases.classify(sealed, PetitionClass.ACCUSATION, Optional.empty(), "检举"));
        PetitionId secret = letter("雁渡口收费", Optional.of("confidential"));

        assertThat(numbers(ledger.page(words("雁渡口收费"), INTAKE))).containsExactly(secret.value());
        assertThat(row(ledger.page(words("雁渡口收费"), INTAKE), secret).petitioner())
                .isEqualTo("（保密）");
        assertThat(numbers(ledger.page(words("雁渡口收费"), new OfficerId("sealed"))))
                .contains(sealed.value());
        assertThat(numbers(ledger.page(words("雁渡口收费"), new OfficerId("handler"))))
                .isEmpty();
        assertThat(numbers(ledger.page(words("雁渡口收费"), new OfficerId("admin")))).isEmpty();
    }

    @Test
    @DisplayName("第二十八条、第三十条 应当回避的人在台账里看不到该件")
    void whoeverIsBarredDoesNotFindTheMatterInHisLedger() {
        PetitionId id = Life.ofALetter().withTheHandler().id();
        assertThat(numbers(ledger.page(words(id.value()), SUPERVISE))).containsExactly(id.value());

        engine.as(
                SUPERVISE,
                () -> tx.executeWithoutResult(status -> {
                    cases.lock(id);
                    bars.recuse(id, SUPERVISE);
                }));

        assertThat(numbers(ledger.page(words(id.value()), SUPERVISE))).isEmpty();
    }

    @Test
    @DisplayName("导出按权限，何人何时按什么条件导出多少件留有记录，记录不能删除")
    void anExportIsOnRecordAndHoldsWhatTheOfficerMaySee() throws IOException {
        PetitionId open = letter("=雁栖湖步道破损", Optional.empty());
        PetitionId sealed = letter("=雁栖湖步道破损", Optional.empty());
        engine.as(INTAKE, () -> cases.classify(sealed, PetitionClass.ACCUSATION, Optional.empty(), "检举"));

        List<Row> rows = exported(words("雁栖湖步道破损"), DISPATCH);

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).getCellText(0)).isEqualTo("信访编号");
        assertThat(rows.get(1).getCellText(0)).isEqualTo(open.value());
        assertThat(rows.get(1).getCellText(10)).isEqualTo("=雁栖湖步道破损");
        assertThat(rows.get(1).getCellText(5)).isEqualTo("公**");
        assertThat(jdbc.sql("""
                                select officer || ' ' || matters || ' ' || sealed_matters || ' ' || (filter ->> 'words')
                                from ledger.export order by id desc limit 1""").query(String.class).single()).isEqualTo("dispatch 1 0 given");
        assertThatThrownBy(() -> jdbc.sql("delete from ledger.export").update()).hasMessageContaining("delete refused");
    }

    @Test
    void whoeverMayNotExportIsRefusedBeforeAnythingIsWritten() {
        long before = exports();

        assertThatThrownBy(() -> ledger.beginExport(words("雁"), INTAKE)).isInstanceOf(RightMissing.class);
        assertThatThrownBy(() -> ledger.export(1, words("雁"), new OfficerId("admin"), OutputStream.nullOutputStream()))
                .isInstanceOf(RightMissing.class);
        assertThat(exports()).isEqualTo(before);
    }

    @Test
    void badInputNamesItsField() {
        assertRefused(() -> ledger.page(query(null, "去年", null, null, null), INTAKE), "from", "年月日");
        assertRefused(() -> ledger.page(query(null, null, "PIGEON", null, null), INTAKE), "channel", "没有这一项");
        assertRefused(() -> ledger.page(query(null, null, null, null, "!"), INTAKE), "cursor", "第一页");
        assertRefused(() -> ledger.page(beside("雁", "source", "风"), INTAKE), "source", "没有这一项");
        assertRefused(() -> ledger.page(beside("雁", "enterprise", "巨型"), INTAKE), "enterprise", "没有这一项");
        assertRefused(() -> ledger.page(beside("雁", "topic", "NONE"), INTAKE), "topic", "没有这一项");
        assertRefused(() -> ledger.page(beside("雁", "region", "蓬莱区"), INTAKE), "region", "没有这一项");
        assertRefused(() -> ledger.page(beside("雁", "urgent", "maybe"), INTAKE), "urgent", "true");
        assertRefused(
                () -> ledger.page(
                        JSON.convertValue(Map.of("from", "2026-02-01", "to", "2026-01-01"), LedgerRequest.class),
                        INTAKE),
                "to",
                "早于");
    }

    private List<String> allPages(String words, LedgerOrder order) {
        List<String> numbers = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            LedgerPage page = ledger.page(query(words, null, null, order.name(), next.orElse(null)), INTAKE);
            numbers.addAll(numbers(page));
            next = page.next();
        } while (next.isPresent());
        return numbers;
    }

    private List<Row> exported(LedgerRequest query, OfficerId who) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ledger.export(ledger.beginExport(query, who), query, who, file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            return workbook.getFirstSheet().read();
        }
    }

    private long exports() {
        return jdbc.sql("select count(*) from ledger.export").query(Long.class).single();
    }

    private static LedgerRequest words(String words) {
        return query(words, null, null, null, null);
    }

    /** By one thing beside the words. */
    private static LedgerRequest beside(String words, String name, String value) {
        return JSON.convertValue(Map.of("words", words, name, value), LedgerRequest.class);
    }

    private static LedgerRequest query(
            @Nullable String words,
            @Nullable String from,
            @Nullable String channel,
            @Nullable String order,
            @Nullable String cursor) {
        Map<String, String> asked = new HashMap<>();
        asked.put("words", words);
        asked.put("from", from);
        asked.put("channel", channel);
        asked.put("order", order);
        asked.put("cursor", cursor);
        return JSON.convertValue(asked, LedgerRequest.class);
    }

    private static List<String> numbers(LedgerPage page) {
        return page.rows().stream().map(LedgerRow::number).toList();
    }

    private static LedgerRow row(LedgerPage page, PetitionId id) {
        return page.rows().stream()
                .filter(row -> row.number().equals(id.value()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in the ledger"));
    }

    private PetitionId letter(String title, Optional<String> confidential) {
        ARegistration letter = ARegistration.letter().title(title).from(Person.citizen("公良雨", "", "", "江城市"));
        confidential.ifPresent(asked -> letter.confidential());
        return engine.as(INTAKE, () -> {
            PetitionId id = cases.open(Channel.LETTER, BUREAU, INTAKE);
            cases.register(id, letter.build());
            return id;
        });
    }
}
