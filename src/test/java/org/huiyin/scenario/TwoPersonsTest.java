package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.Papers;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
@DisplayName("两人原则：拟写与签发不得为同一人")
class TwoPersonsTest {
    @Autowired
    Papers papers;

    @Autowired
    EngineGateway gateway;

    @Autowired
    TaskService tasks;

    @Test
    void theDrafterDoesNotSeeTheSignatureAndIsRefusedEvenWhenItIsGivenToHim() {
        Time.is("2026-03-02");
        PetitionId id = Life.ofALetter()
                .sorted()
                .forwarded()
                .signedIn()
                .accepted()
                .drafted()
                .id();
        assertThat(Desk.as("handler").sees(id)).isEmpty();
        assertThat(Desk.as("head").sees(id)).containsExactly("signOpinion");
        String task = Desk.as("head").task(id, "signOpinion").getId();
        gateway.asSystem(() -> tasks.setAssignee(task, "handler"));

        assertRefused(
                () -> Desk.as("handler").submit(id, "signOpinion", Map.of("decision", "SIGN")),
                "decision",
                "签发人不得是拟写人");

        assertThat(papers.latest(id, PaperKind.OPINION)).isEmpty();
        gateway.asSystem(() -> tasks.setAssignee(task, null));
        Life.of(id).signed();
        assertThat(papers.latest(id, PaperKind.OPINION)).isPresent();
    }
}
