package org.huiyin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Jobs;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HuiyinTest
@DisplayName("最急的在最上面：新任务一产生就带着最急期限的优先级")
class UrgencyTest {
    @Autowired
    ApplicationContext context;

    @Test
    void aTaskThatIsBornLateIsUrgentAtOnce() {
        Time.is("2026-06-01");
        Life life = Life.ofALetter().withTheHandler().accepted();
        PetitionId id = life.id();
        assertThat(priority("handler", id, "draftOpinion")).isEqualTo(Lamp.GREEN.priority());

        Time.is("2026-07-31");
        Jobs.of(context, id).runDue();
        life.drafted();
        assertThat(priority("head", id, "signOpinion")).isEqualTo(Lamp.RED.priority());

        Time.is("2026-08-01");
        Jobs.of(context, id).runDue();
        life.signed();
        assertThat(priority("handler", id, "sendOpinion")).isEqualTo(Lamp.OVERDUE.priority());

        life.sent("POST");
        assertThat(priority("handler", id, "recordReceipt"))
                .as("what is sent is no longer late")
                .isEqualTo(Lamp.GREEN.priority());
    }

    private static int priority(String officer, PetitionId petition, String activity) {
        return Desk.as(officer).task(petition, activity).getPriority();
    }
}
