package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Paper;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Typed;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
class CaseDeskTest {
    private static final String ROOT = "/camunda/api/huiyin";
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OfficerId INTAKE = new OfficerId("intake");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile cases;

    @Autowired
    Papers papers;

    @Autowired
    Journal journal;

    @Autowired
    EngineGateway engine;

    @Test
    void nobodyIsAskedToLogIn() {
        WebSession anonymous = WebSession.anonymous(port);

        WebSession.Answer task = anonymous.get(ROOT + "/tasks/none/case");
        WebSession.Answer unmask = anonymous.post(ROOT + "/petitions/" + petition() + "/unmask", "{\"reason\":\"核对\"}");

        assertThat(task.status()).isEqualTo(401);
        assertThat(task.json().path("detail").asText()).contains("登录");
        assertThat(unmask.status()).isEqualTo(401);
    }

    @Test
    @DisplayName("R25：还没有承办人时，案卷写明第一责任人；有人领取后，同时写明经办人")
    void theFileNamesWhoHasTheStepInHandAndWhoAnswersForIt() {
        PetitionId petition = waitingForItsClass();
        String task = Desk.as("dispatch").task(petition, "decideClass").getId();
        WebSession dispatch = WebSession.of(port, "dispatch");
        String waiting = responsible(dispatch, task);

        Desk.as("dispatch").claim(petition, "decideClass");

        assertThat(waiting).isEqualTo("吕鹏程（第一责任人，尚无承办人）");
        assertThat(responsible(dispatch, task)).isEqualTo("季天佑（经办），吕鹏程（第一责任人）");
    }

    private static String responsible(WebSession reader, String task) {
        return reader.get(ROOT + "/tasks/" + task + "/case")
                .json()
                .path("person")
                .asText();
    }

    @Test
    void theFileStandsBesideTheTaskForWhoeverMayReadIt() {
        PetitionId petition = waitingForItsClass();
        String task = Desk.as("dispatch").task(petition, "decideClass").getId();

        JsonNode file = WebSession.of(port, "dispatch")
                .get(ROOT + "/tasks/" + task + "/case")
                .json();
        WebSession.Answer stranger = WebSession.of(port, "handler").get(ROOT + "/tasks/" + task + "/case");
        WebSession.Answer cards = WebSession.of(port, "handler").get(ROOT + "/cards?task=" + task);

        assertThat(file.path("number").asText()).isEqualTo(petition.value());
        assertThat(file.path("organ").asText()).isEqualTo("江城市信访局");
        assertThat(file.path("letter").path("content").asText()).isNotBlank();
        assertThat(file.path("clocks").get(0).path("explanation")).isNotEmpty();
        assertThat(file.path("people").get(0).path("name").asText()).contains("*");
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(cards.json()).isEmpty();
    }

    @Test
    void aClaimedTaskGoesBackToItsGroupByWhoeverHoldsIt() {
        PetitionId petition = waitingForItsClass();
        String task = Desk.as("dispatch")
                .claim(petition, "decideClass")
                .task(petition, "decideClass")
                .getId();
        String handBack = ROOT + "/tasks/" + task + "/hand-back";

        WebSession.Answer silent = WebSession.of(port, "dispatch").post(handBack, "{}");
        WebSession.Answer stranger = WebSession.of(port, "intake").post(handBack, "{\"reason\":\"代为交回\"}");
        WebSession.Answer holder = WebSession.of(port, "dispatch").post(handBack, "{\"reason\":\"明日请假\"}");

        assertThat(silent.status()).isEqualTo(422);
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(holder.status()).isEqualTo(200);
        assertThat(Desk.as("dispatch").task(petition, "decideClass").getAssignee())
                .isNull();
        assertThat(journal.of(petition))
                .filteredOn(entry -> entry.kind() == JournalKind.TASK_HANDED_BACK)
                .singleElement()
                .satisfies(entry -> assertThat(entry.typed()).contains("明日请假"));
    }

    @Test
    void unmaskingTakesAReasonAndIsInTheJournal() {
        PetitionId petition = petition();
        WebSession intake = WebSession.of(port, "intake");

        WebSession.Answer silent = intake.post(unmask(petition), "{\"reason\":\" \"}");
        WebSession.Answer answer = intake.post(unmask(petition), "{\"reason\":\"电话回访核对地址\"}");

        assertThat(silent.status()).isEqualTo(422);
        assertThat(answer.json().path("people").get(0).path("name").asText()).isEqualTo("周明远");
        assertThat(journal.of(petition))
                .filteredOn(entry -> entry.kind() == JournalKind.UNMASKED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(INTAKE);
                    assertThat(entry.typed()).contains("电话回访核对地址");
                });
    }

    @Test
    void aPostWithoutItsTokenIsRefused() {
        PetitionId petition = petition();

        WebSession.Answer answer =
                WebSession.of(port, "intake").postWithoutToken(unmask(petition), "{\"reason\":\"核对\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(journal.of(petition)).extracting(JournalEntry::kind).doesNotContain(JournalKind.UNMASKED);
    }

    @Test
    void anotherOrgansMatterIsNotThere() {
        PetitionId petition = petition();

        assertThat(WebSession.of(port, "reviewer")
                        .post(unmask(petition), "{\"reason\":\"核对\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSealedMatterIsThereForItsCircleOnly() {
        PetitionId petition = petition();
        engine.as(INTAKE, () -> cases.classify(petition, PetitionClass.ACCUSATION, Optional.empty(), "检举控告"));

        assertThat(WebSession.of(port, "intake")
                        .post(unmask(petition), "{\"reason\":\"核对\"}")
                        .status())
                .isEqualTo(404);
        assertThat(WebSession.of(port, "sealed")
                        .post(unmask(petition), "{\"reason\":\"核对\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aReceiptShowsItsCodeOnce() {
        PetitionId petition = petition();
        WebSession intake = WebSession.of(port, "intake");

        String href = intake.post(ROOT + "/petitions/" + petition + "/registration-receipt", "{}")
                .json()
                .path("href")
                .asText();
        WebSession.Answer first = intake.get(ROOT + "/" + href);
        WebSession.Answer second = intake.get(ROOT + "/" + href);

        assertThat(href).doesNotContain("?");
        assertThat(first.body()).contains("登记凭证").contains(petition.value());
        assertThat(second.status()).isEqualTo(403);
    }

    @Test
    void readingAPaperIsInTheJournal() {
        PetitionId petition = petition();
        Paper paper = engine.as(
                INTAKE,
                () -> papers.issue(
                        petition,
                        PaperKind.FORWARDING_LETTER,
                        BUREAU,
                        INTAKE,
                        Map.of("receivingOrgan", "binjiangHousingBureau", "forwardReason", "属于其职权范围。")));

        WebSession.Answer answer =
                WebSession.of(port, "intake").get(ROOT + "/papers/" + paper.id().value());

        assertThat(answer.body()).contains(paper.number());
        assertThat(journal.of(petition)).extracting(JournalEntry::kind).contains(JournalKind.PAPER_PRINTED);
    }

    private static PetitionId waitingForItsClass() {
        PetitionId petition = Desk.as("intake").receive(Channel.LETTER);
        Desk.as("intake").complete(petition, "registerLetter", Typed.letter());
        return petition;
    }

    private PetitionId petition() {
        return engine.as(INTAKE, () -> {
            PetitionId id = cases.open(Channel.LETTER, BUREAU, INTAKE);
            cases.register(id, ARegistration.letter().from("周明远").build());
            return id;
        });
    }

    private static String unmask(PetitionId petition) {
        return ROOT + "/petitions/" + petition + "/unmask";
    }
}
