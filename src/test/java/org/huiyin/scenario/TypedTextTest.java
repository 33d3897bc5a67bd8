package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.evaluation.Evaluation;
import org.huiyin.evaluation.Rating;
import org.huiyin.evaluation.Ratings;
import org.huiyin.handling.OpinionText;
import org.huiyin.kernel.PetitionId;
import org.huiyin.review.Review;
import org.huiyin.signing.Drafts;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A word that nobody else writes is typed into every form of a life, and looked for in every column of the engine. */
@HuiyinTest
@DisplayName("填写的内容只在案卷里，引擎只有编号和去向")
class TypedTextTest {
    private static final String WORD = "鹳雀楼畔";

    @LocalServerPort
    int port;

    @Autowired
    Evaluation evaluation;

    @Autowired
    Review review;

    @Autowired
    Drafts drafts;

    @Autowired
    Petitions petitions;

    @Autowired
    JdbcClient jdbc;

    private final Desk handler = Desk.as("handler");
    private final Desk head = Desk.as("head");

    @Test
    void whatWasTypedInAWholeLifeIsInNoTableOfTheEngine() {
        Time.is("2026-03-02");
        PetitionId id = registeredAndSignedIn();
        answered(id);
        String code = petitions.queryCode(id);
        review.requestReview(id, code, WORD);
        evaluation.evaluate(id, code, new Ratings(Optional.of(Rating.SATISFIED), Rating.DISSATISFIED, WORD));
        assertNowhereInTheEngine();
        reviewed(id);

        assertNowhereInTheEngine();
        assertThat(drafts.of(id, OpinionText.KIND))
                .allSatisfy(draft -> assertThat(draft.text().opinion()).contains(WORD));
        assertThat(jdbc.sql("select count(*) from casefile.content where content like :word")
                        .param("word", "%" + WORD + "%")
                        .query(Integer.class)
                        .single())
                .as("the search finds what is there")
                .isEqualTo(1);
    }

    @Test
    void whatWasTypedAndNotSentIsInNoTableOfTheEngineAndSealedInOurs() {
        PetitionId id = Life.ofALetter().withTheHandler().accepted().id();
        String task = handler.task(id, "draftOpinion").getId();

        WebSession.Answer saved = WebSession.of(port, "handler")
                .post("/camunda/api/huiyin/tasks/" + task + "/draft", "{\"values\":{\"findings\":\"" + WORD + "\"}}");

        assertThat(saved.status()).isEqualTo(200);
        assertThat(handler.open(id, "draftOpinion")).containsEntry("findings", WORD);
        assertNowhereInTheEngine();
        assertThat(jdbc.sql(
                                "select position(convert_to(:word, 'UTF8') in typed) from desk.form_draft where task = :task")
                        .param("word", WORD)
                        .param("task", task)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static PetitionId registeredAndSignedIn() {
        Life life = Life.ofALetter(with(
                Typed.letter(), "petitionerName", WORD, "content", WORD.repeat(3_000), "demand", WORD, "title", WORD));
        Desk.as("dispatch").complete(life.id(), "decideClass", with(Typed.appeal(), "classReason", WORD));
        Desk.as("dispatch")
                .complete(
                        life.id(),
                        "forwardPetition",
                        with(Typed.forwardTo("binjiangHousingBureau"), "forwardReason", WORD));
        return life.signedIn().id();
    }

    private void answered(PetitionId id) {
        handler.complete(
                id, "decideAcceptance", Map.of("decision", "ACCEPT", "deliveryMethod", "POST", "explanation", WORD));
        handler.complete(id, "draftOpinion", opinion());
        head.complete(id, "signOpinion", Map.of("decision", "RETURN", "signComment", WORD));
        handler.open(id, "draftOpinion");
        handler.complete(id, "draftOpinion", opinion());
        Life.of(id).signed().sent("POST");
        handler.complete(
                id,
                "recordReceipt",
                Map.of("receiptKind", "SIGNED", "receivedOn", Petitions.day(0), "receiptNote", WORD));
    }

    private static void reviewed(PetitionId id) {
        Desk.as("reviewer")
                .complete(
                        id,
                        "decideReview",
                        Map.of(
                                "reviewOutcome",
                                "UPHELD",
                                "reviewFindings",
                                WORD,
                                "reviewOpinion",
                                WORD,
                                "legalBasis",
                                WORD,
                                "deliveryMethod",
                                "POST",
                                "sentOn",
                                Petitions.day(0)));
    }

    private static Map<String, Object> opinion() {
        return with(Life.opinion(), "demands", WORD, "findings", WORD.repeat(2_000), "opinion", WORD.repeat(2_000));
    }

    private void assertNowhereInTheEngine() {
        assertThat(engineColumns())
                .hasSizeGreaterThan(100)
                .allSatisfy(column -> assertThat(rowsWithTheWord(column))
                        .as("%s.%s", column.table(), column.name())
                        .isZero());
    }

    private record Column(String table, String name, boolean binary) {}

    private List<Column> engineColumns() {
        return jdbc.sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = 'public' and table_name like 'act\\_%'
                          and data_type in ('character varying', 'text', 'bytea')
                        order by table_name, column_name""")
                .query((row, number) -> new Column(
                        row.getString("table_name"),
                        row.getString("column_name"),
                        row.getString("data_type").equals("bytea")))
                .list();
    }

    private int rowsWithTheWord(Column column) {
        String contains = column.binary()
                ? "position(convert_to(:word, 'UTF8') in \"%s\") > 0".formatted(column.name())
                : "position(:word in \"%s\") > 0".formatted(column.name());
        return jdbc.sql("select count(*) from public.\"%s\" where %s".formatted(column.table(), contains))
                .param("word", WORD)
                .query(Integer.class)
                .single();
    }
}
