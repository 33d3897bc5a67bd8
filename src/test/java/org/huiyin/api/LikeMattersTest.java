package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Typed.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Journal;
import org.huiyin.dispatch.Dispatch;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("批量转送：一个决定，逐件办理，没有办成的列出原因")
class LikeMattersTest {
    private static final OrganId MANAGEMENT = new OrganId("binjiangUrbanManagement");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile cases;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Journal journal;

    @Autowired
    Records records;

    @Test
    void mattersThatShareAProposalAreForwardedByOneDecisionEachWithItsOwnLetter() {
        List<PetitionId> petitions = List.of(smoke(1), smoke(2), smoke(3));
        JsonNode group = groupOf(petitions);
        assertThat(group.path("organ").asText()).isEqualTo(MANAGEMENT.value());

        JsonNode outcomes =
                forward(tasks(group, petitions), group.path("reason").asText());

        assertThat(outcomes).hasSize(3).allMatch(outcome -> outcome.path("done").asBoolean());
        assertThat(petitions).allSatisfy(petition -> {
            assertThat(cases.get(petition).organ()).isEqualTo(MANAGEMENT);
            assertThat(records.hasPaper(petition, PaperKind.FORWARDING_LETTER)).isTrue();
            assertThat(journal.intact(petition)).isTrue();
        });
        assertThat(petitions.stream()
                        .map(petition -> dispatch.of(petition).get(0).number())
                        .distinct())
                .hasSize(3);
    }

    @Test
    void whatIsRefusedIsListedAndStaysWhileTheOthersGo() {
        List<PetitionId> petitions = List.of(smoke(4), smoke(5));
        List<String> tasks = new ArrayList<>(tasks(groupOf(petitions), petitions));
        Desk.as("dispatchTwo").claim(petitions.get(1), "forwardPetition");
        tasks.add("no-such-task");

        JsonNode outcomes = forward(tasks, "油烟归其管理。");

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("done").asBoolean())
                .containsExactly(true, false, false);
        assertThat(outcomes.get(1).at("/errors/0/message").asText()).contains("不在您的待办之中");
        assertThat(cases.get(petitions.get(0)).organ()).isEqualTo(MANAGEMENT);
        assertThat(cases.get(petitions.get(1)).organ()).isEqualTo(Petitions.BUREAU);
    }

    @Test
    @DisplayName("被拒绝的事项仍在本组待签收")
    void aRefusedMatterIsOfferedToTheGroupAgain() {
        List<PetitionId> petitions = List.of(smoke(6), smoke(7));
        List<String> tasks = tasks(groupOf(petitions), petitions);

        JsonNode outcomes = Api.as(port, "dispatch")
                .post(
                        "/api/v1/like-matters/forward",
                        Map.of("tasks", tasks, "receivingOrgan", "cityDiscipline", "forwardReason", "油烟归其管理。"))
                .json();

        assertThat(outcomes)
                .hasSize(2)
                .noneMatch(outcome -> outcome.path("done").asBoolean());
        assertThat(outcomes.get(0).at("/errors/0/message").asText()).contains("不承办信访事项");
        assertThat(Desk.as("dispatchTwo")
                        .task(petitions.get(0), "forwardPetition")
                        .getAssignee())
                .isNull();
    }

    @Test
    void onlyADispatcherForwardsAndOnlyWhatWaitsAtHisOrgan() {
        List<PetitionId> petitions = List.of(smoke(8), smoke(9));
        List<String> tasks = tasks(groupOf(petitions), petitions);

        for (String stranger : List.of("intake", "handler", "binjiangDispatch", "leader")) {
            JsonNode outcomes = Api.as(port, stranger)
                    .post(
                            "/api/v1/like-matters/forward",
                            Map.of("tasks", tasks, "receivingOrgan", MANAGEMENT.value(), "forwardReason", "油烟归其管理。"))
                    .json();
            assertThat(outcomes)
                    .as(stranger)
                    .noneMatch(outcome -> outcome.path("done").asBoolean());
        }
        assertThat(petitions)
                .allSatisfy(petition -> assertThat(cases.get(petition).organ()).isEqualTo(Petitions.BUREAU));
        assertThat(Api.as(port, "dispatch")
                        .post(
                                "/api/v1/like-matters/forward",
                                Map.of(
                                        "tasks",
                                        List.of(),
                                        "receivingOrgan",
                                        MANAGEMENT.value(),
                                        "forwardReason",
                                        "油烟归其管理。"))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode groupOf(List<PetitionId> petitions) {
        JsonNode groups = Api.as(port, "dispatch").get("/api/v1/like-matters").json();
        return StreamSupport.stream(groups.spliterator(), false)
                .filter(group -> !tasks(group, petitions).isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group has them: " + groups));
    }

    private static List<String> tasks(JsonNode group, List<PetitionId> petitions) {
        return petitions.stream()
                .flatMap(petition -> StreamSupport.stream(group.path("matters").spliterator(), false)
                        .filter(matter -> matter.path("petition").asText().equals(petition.value()))
                        .map(matter -> matter.path("task").asText()))
                .toList();
    }

    private JsonNode forward(List<String> tasks, String reason) {
        return Api.as(port, "dispatch")
                .post(
                        "/api/v1/like-matters/forward",
                        Map.of("tasks", tasks, "receivingOrgan", MANAGEMENT.value(), "forwardReason", reason))
                .json();
    }

    private static PetitionId smoke(int number) {
        return Life.ofALetter(with(
                        Typed.letter(),
                        "subject",
                        "城乡建设",
                        "title",
                        "第" + number + "家餐馆油烟噪声扰民",
                        "content",
                        "餐馆没有装油烟净化器。",
                        "place",
                        "滨江区柳堤街道"))
                .sorted()
                .id();
    }
}
