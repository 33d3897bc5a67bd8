package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("第二十四条 何时由谁裁定，都是数据")
class ArbitrationTest {
    private static final OrganId CITY = new OrganId("cityGovernment");
    private static final Set<OrganId> TWO = Set.of(Petitions.HOUSING, new OrganId("binjiangUrbanManagement"));
    private static final Set<OrganId> WITHOUT_SUPERIOR = Set.of(Petitions.HOUSING, CITY);

    @Autowired
    Arbitration arbitration;

    @Autowired
    Dispatch dispatch;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void takeBackWhatOnlyThisTestDecided() {
        jdbc.sql("delete from dispatch.arbitration_rule where valid_from > '2030-01-01'")
                .update();
        jdbc.sql("delete from dispatch.conference_office").update();
    }

    @Test
    void oneRefusalIsForTheSenderTwoAreForTheSuperior() {
        assertThat(arbitration.arbiter(ways(), Set.of(Petitions.HOUSING))).isEmpty();
        assertThat(arbitration.arbiter(ways(), TWO)).contains(new OrganId("binjiangGovernment"));
    }

    @Test
    @DisplayName("没有共同上级的，由联席会议办公室裁定，通常设在信访局")
    void withoutACommonSuperiorTheConferenceOfficeDecides() {
        assertThat(arbitration.arbiter(ways(), WITHOUT_SUPERIOR)).contains(Petitions.BUREAU);

        jdbc.sql("insert into dispatch.conference_office (region, organ) values ('990100', 'cityPoliticalLegal')")
                .update();
        assertThat(arbitration.arbiter(ways(), WITHOUT_SUPERIOR)).contains(new OrganId("cityPoliticalLegal"));
    }

    @Test
    @DisplayName("次数是数据：换一行规则，换一个次数")
    void howOftenIsARow() {
        jdbc.sql("""
                        insert into dispatch.arbitration_rule (valid_from, bounces, refusing, article)
                        values ('2031-01-01', 1, 9, '24')""").update();

        assertThat(arbitration.arbiter(ways(), Set.of(Petitions.HOUSING))).isEmpty();
        Time.is("2031-03-03");
        assertThat(arbitration.arbiter(ways(), Set.of(Petitions.HOUSING)))
                .as("the first bounce by the new row")
                .isPresent();
    }

    @Test
    @DisplayName("第三次退回")
    void theThirdBounceCountsTheReturns() {
        List<Forwarding> ways = ways();
        Forwarding returned = in(ways.get(0), ForwardingState.RETURNED);

        assertThat(arbitration.arbiter(List.of(returned, ways.get(0)), Set.of(Petitions.HOUSING)))
                .isEmpty();
        assertThat(arbitration.arbiter(List.of(returned, returned, ways.get(0)), Set.of(Petitions.HOUSING)))
                .as("two returns and this objection")
                .isPresent();
    }

    private List<Forwarding> ways() {
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();
        return dispatch.of(petition);
    }

    private static Forwarding in(Forwarding way, ForwardingState state) {
        return new Forwarding(
                way.id(),
                way.petition(),
                way.sender(),
                way.receiver(),
                way.number(),
                way.forwardedAt(),
                way.paperReceivedOn(),
                state,
                way.kind(),
                way.feedbackDue(),
                way.designated());
    }
}
