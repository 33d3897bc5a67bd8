package org.huiyin.organ;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartRefusedTest {
    @Test
    void theOperatorReadsTheReasonAndTheWayOutInBothLanguages() {
        List<String> faults = new AdministratorAccount("", "").faults();

        FailureAnalysis analysis = new StartRefusedAnalyzer().analyze(new NoAdministrator(faults));

        assertThat(analysis.getDescription())
                .contains("首位管理员", "first administrator", "HUIYIN_ADMIN_ID", "HUIYIN_ADMIN_PASSWORD");
        assertThat(analysis.getAction()).contains("请设置环境变量", "Set both and start again");
    }

    @Test
    void aWrongOrganFileIsExplainedToo() {
        OrganFileProblems problems = new OrganFileProblems();
        problems.add(7, "级别", "不能为空");

        FailureAnalysis analysis = new StartRefusedAnalyzer().analyze(refused(problems));

        assertThat(analysis.getDescription()).contains("city.csv", "第7行【级别】不能为空", "nothing changed");
    }

    private static InvalidOrganFile refused(OrganFileProblems problems) {
        try {
            problems.refuseIfAny("city.csv");
        } catch (InvalidOrganFile refused) {
            return refused;
        }
        throw new AssertionError("not refused");
    }
}
