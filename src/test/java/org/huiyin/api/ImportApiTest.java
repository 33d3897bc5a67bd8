package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.ManagementService;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiyin.engine.EngineGateway;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class ImportApiTest {
    private static final String PATH = "/api/v1/petitions/import";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ManagementService engineJobs;

    @Autowired
    private EngineGateway gateway;

    private String ref;
    private long before;

    @BeforeEach
    void count() {
        ref = UUID.randomUUID().toString();
        before = petitions();
    }

    @Test
    void goodRowsAreRegisteredAndBadOnesToldByColumn() {
        Answer answer = upload("""
                标题,内容,信访形式,收到时间,姓名,电话,来源编号
                路面坑洼,"中街路面坑洼，
                下雨积水。",网上信访,2026-03-02 09:30,海问舟,13800001111,%1$s-1
                ,没有标题的信,来信,2026/3/3,,,%1$s-2
                ,,来信,明天,,12,%1$s-3
                ,将来的信,来信,2099-01-01,,,%1$s-4
                ,  ,,,,,
                ,多了一列,来信,2026-03-02,,,%1$s-5,多
                """.formatted(ref));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode told = answer.json();
        assertThat(told.path("accepted").asInt()).isEqualTo(2);
        assertThat(told.path("rejected").asInt()).isEqualTo(3);
        assertThat(told.path("duplicates").asInt()).isZero();
        assertThat(told.at("/rows/0/line").asInt()).isEqualTo(2);
        assertThat(told.at("/rows/0/number").asText()).matches("\\d{22}");
        assertThat(told.at("/rows/0/queryCode").asText()).hasSize(10);
        assertThat(told.at("/rows/2/errors").findValuesAsText("column")).containsExactlyInAnyOrder("内容", "收到时间", "电话");
        assertThat(told.at("/rows/3/errors/0/column").asText()).isEqualTo("收到时间");
        assertThat(told.at("/rows/3/errors/0/reason").asText()).contains("不能晚于今天");
        assertThat(told.at("/rows/4/line").asInt()).isEqualTo(7);
        assertThat(petitions()).isEqualTo(before + 2);
    }

    @Test
    void whomARowSpeaksAgainstDoesNotFindIt() {
        JsonNode told = upload("""
                内容,收到时间,来源编号,被反映人
                物业科收费不开票据。,2026-03-02,%1$s-1,"滨江区住房和城乡建设局，周正，科长；滨江区城市管理局"
                楼上漏水。,2026-03-02,%1$s-2,
                反映外地单位。,2026-03-02,%1$s-3,外地某局
                """.formatted(ref)).json();

        assertThat(told.path("accepted").asInt()).as(told.toString()).isEqualTo(3);
        String against = told.at("/rows/0/number").asText();
        JsonNode accused = Api.as(port, "intake")
                .get("/api/v1/petitions/" + against + "/accused")
                .json();
        assertThat(accused.findValuesAsText("post")).containsExactly("科长", "");
        assertThat(accused.get(0).at("/organ/id").asText()).isEqualTo("binjiangHousingBureau");
        assertThat(accused.get(1).at("/organ/id").asText()).isEqualTo("binjiangUrbanManagement");
        assertThat(statusFor("intake", against)).isEqualTo(200);
        assertThat(statusFor("head", against)).isEqualTo(404);
        assertThat(jdbc.sql("select officer from casefile.barred where petition = ?")
                        .param(against)
                        .query(String.class)
                        .list())
                .contains("handler", "head", "binjiangUrbanManagementHandler")
                .doesNotContain("intake", "dispatch");
        assertThat(jdbc.sql("select count(*) from casefile.barred where petition = ?")
                        .param(told.at("/rows/1/number").asText())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anUnreadableAccusedIsToldByItsColumnAndTheRowIsKept() {
        JsonNode told = upload("""
                内容,收到时间,accused
                物业科收费不开票据。,2026-03-02,"没有的局，周正，科长"
                物业科收费不开票据。,2026-03-02,"滨江区住房和城乡建设局，周正，科长，正科级"
                物业科收费不开票据。,2026-03-02,周**
                """).json();

        assertThat(told.path("accepted").asInt()).isZero();
        assertThat(told.path("rejected").asInt()).isEqualTo(3);
        for (int row = 0; row < 3; row++) {
            assertThat(told.at("/rows/" + row + "/errors/0/column").asText()).isEqualTo("accused");
        }
        assertThat(told.at("/rows/0/errors/0/reason").asText()).contains("没有“没有的局”这个单位");
        assertThat(petitions()).isEqualTo(before);
    }

    private int statusFor(String officer, String number) {
        return Api.as(port, officer).get("/api/v1/petitions/" + number).status();
    }

    @Test
    void theSameRowsAreNotRegisteredTwice() {
        String file = "content,receivedAt,sourceRef\n一封信,2026-03-02,%1$s\n同一封信,2026-03-02,%1$s\n".formatted(ref);

        JsonNode first = upload(file).json();
        JsonNode second = upload(file).json();

        assertThat(first.path("accepted").asInt()).isEqualTo(1);
        assertThat(first.path("duplicates").asInt()).isEqualTo(1);
        assertThat(first.at("/rows/1/number")).isEqualTo(first.at("/rows/0/number"));
        assertThat(second.path("accepted").asInt()).isZero();
        assertThat(second.path("duplicates").asInt()).isEqualTo(2);
        assertThat(second.at("/rows/0/number")).isEqualTo(first.at("/rows/0/number"));
        assertThat(second.at("/rows/0/queryCode").isNull()).isTrue();
        assertThat(petitions()).isEqualTo(before + 1);
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndWritesNothing() {
        String file = "content,receivedAt,sourceRef\n一封信,2026-03-02,%s\n,2026-03-02,\n".formatted(ref);

        JsonNode told = Api.as(port, "intake")
                .upload(PATH + "?dryRun=true", "信.csv", utf8(file))
                .json();

        assertThat(told.path("dryRun").asBoolean()).isTrue();
        assertThat(told.path("id").isNull()).isTrue();
        assertThat(told.path("accepted").asInt()).isEqualTo(1);
        assertThat(told.path("rejected").asInt()).isEqualTo(1);
        assertThat(told.at("/rows/0/number").isNull()).isTrue();
        assertThat(petitions()).isEqualTo(before);
        assertThat(upload(file).json().path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void livesAreBegunBehindTheImport() {
        String id = upload("content,receivedAt\n信一,2026-03-02\n信二,2026-03-02\n")
                .json()
                .path("id")
                .asText();
        JsonNode waiting = Api.as(port, "intake").get("/api/v1/imports/" + id).json();
        assertThat(waiting.at("/lifecycles/started").asInt()).isZero();
        assertThat(waiting.at("/lifecycles/done").asBoolean()).isFalse();

        for (int i = 0; i < 3; i++) {
            engineJobs
                    .createJobQuery()
                    .processDefinitionKey("petitionImport")
                    .list()
                    .forEach(job -> gateway.asSystem(() -> engineJobs.executeJob(job.getId())));
        }

        JsonNode done = Api.as(port, "intake").get("/api/v1/imports/" + id).json();
        assertThat(done.at("/lifecycles/started").asInt()).isEqualTo(2);
        assertThat(done.at("/lifecycles/done").asBoolean()).isTrue();
        assertThat(Api.as(port, "handler").get("/api/v1/imports/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void rejectedRowsComeBackToBeCorrectedWithoutBecomingFormulas() {
        JsonNode told = upload("content,receivedAt,petitionerName\n=1+1,后天,\"=HYPERLINK(\"\"x\"\")\"\n")
                .json();
        Answer csv =
                Api.as(port, "intake").get("/api/v1/imports/" + told.path("id").asText() + "/rejected.csv");

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Disposition")).contains("attachment");
        assertThat(csv.body()).startsWith("\uFEFFcontent,receivedAt,petitionerName,行号,错误");
        assertThat(csv.body()).contains("'=1+1").contains("'=HYPERLINK").doesNotContain(",=");
        assertThat(jdbc.sql("select cells from api.rejected_row where import = :id")
                        .param("id", told.path("id").asText())
                        .query(String.class)
                        .single())
                .doesNotContain("HYPERLINK");

        JsonNode again = upload(csv.body().replace("后天", "2026-03-02")).json();
        assertThat(again.path("accepted").asInt()).isEqualTo(1);
        String number = again.at("/rows/0/number").asText();
        assertThat(Api.as(port, "intake")
                        .get("/api/v1/petitions/" + number)
                        .json()
                        .at("/letter/content")
                        .asText())
                .isEqualTo("=1+1");
    }

    @Test
    void workbooksAreReadWithTheirTimesAndTheirFormulasStayText() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("信件");
            String[] header = {"标题", "内容", "收到时间", "电话"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "表格里的信");
            sheet.formula(1, 1, "1+1");
            sheet.value(1, 2, LocalDateTime.of(2026, 3, 2, 8, 30));
            sheet.style(1, 2).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 3, 13800002222L);
        }

        JsonNode told = Api.as(port, "intake")
                .upload(PATH, "信.xlsx", file.toByteArray())
                .json();

        assertThat(told.path("accepted").asInt()).as("%s", told).isEqualTo(1);
        JsonNode petition = Api.as(port, "intake")
                .get("/api/v1/petitions/" + told.at("/rows/0/number").asText())
                .json();
        assertThat(petition.path("receivedAt").asText()).isEqualTo("2026-03-02T08:30:00+08:00");
        assertThat(petition.at("/letter/content").asText()).isEqualTo("=1+1");
        assertThat(petition.at("/petitioners/0/phone").asText()).isEqualTo("138****2222");
    }

    @Test
    void whatIsNoFileOfLettersIsRefusedWithTheReason() throws IOException {
        String letter = "内容,收到时间\n一封信,2026-03-02\n";

        refused(letter.getBytes(Charset.forName("GB18030")), "GBK/GB18030");
        refused(letter.getBytes(StandardCharsets.UTF_16), "UTF-16");
        refused(new byte[0], "空的");
        refused(utf8("内容,收到时间\n"), "没有数据");
        refused(utf8("标题,收到时间\n信,2026-03-02\n"), "缺少“内容”");
        refused(utf8("内容,收到时间,备注\n信,2026-03-02,无\n"), "不认识的列“备注”");
        refused(utf8("内容,content,收到时间\n信,信,2026-03-02\n"), "重复");
        refused(utf8("内容,收到时间\n\"没有关上的引号,2026-03-02\n"), "引号");
        refused(new byte[] {'P', 'K', 3, 4, 0, 0, 0}, ".xlsx");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, ".xls）");
        refused(bomb(), "100 MB");
        refused(utf8("a,".repeat(200) + "\n"), "列数太多");
        assertThat(petitions()).isEqualTo(before);
    }

    @Test
    void onlyARegistrarImports() {
        for (String officer : new String[] {"dispatch", "head", "supervise", "leader", "analyst"}) {
            Answer answer = Api.as(port, officer).upload(PATH, "信.csv", utf8("content,receivedAt\n信,2026-03-02\n"));
            assertThat(answer.status()).as(officer).isEqualTo(403);
        }
        assertThat(petitions()).isEqualTo(before);
    }

    @Test
    void lettersOfAnotherOrganAreRegisteredThere() {
        JsonNode told = Api.as(port, "handler")
                .upload(PATH, "信.csv", utf8("content,receivedAt\n信,2026-03-02\n"))
                .json();

        String number = told.at("/rows/0/number").asText();
        assertThat(number).startsWith("990101");
        assertThat(Api.as(port, "handler")
                        .get("/api/v1/petitions/" + number)
                        .json()
                        .at("/organ/id")
                        .asText())
                .isEqualTo("binjiangHousingBureau");
    }

    private void refused(byte[] file, String reason) {
        Answer answer = Api.as(port, "intake").upload(PATH, "信.csv", file);
        assertThat(answer.status()).as(reason + " " + answer).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).as(reason).isEqualTo("file");
        assertThat(answer.json().at("/errors/0/message").asText()).contains(reason);
    }

    private Answer upload(String csv) {
        return Api.as(port, "intake").upload(PATH, "信.csv", utf8(csv));
    }

    private long petitions() {
        return jdbc.sql("select count(*) from casefile.petition")
                .query(Long.class)
                .single();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 110; i++) {
                zip.write(zeros);
            }
        }
        return file.toByteArray();
    }
}
