package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.deadline.ClockKind;
import org.huiyin.deadline.Deadlines;
import org.huiyin.deadline.Lamp;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A list by a lamp is read along the clocks: page by page it shows every matter once, under the worst of its lamps, in order. */
@HuiyinTest
@DisplayName("R24、R52 按灯色列出的事项不重不漏")
class LampListTest {
    /** Of the city's supervisor, who sees everything that is not sealed. */
    private static final String BY_HAND = """
            select p.id from casefile.petition p
            where p.state <> all(:beyond) and not p.sealed
                and not exists (select 1 from casefile.barred b where b.petition = p.id and b.officer = 'supervise')
                and (select max(array_position(array['GREEN', 'YELLOW', 'RED', 'OVERDUE'], k.lamp))
                    from deadline.clock k where k.petition = p.id and k.state = 'RUNNING')
                    = array_position(array['GREEN', 'YELLOW', 'RED', 'OVERDUE'], :lamp)
            order by p.received_at %1$s, p.id %1$s""";

    /** Registrations that are not finished, or were given up, have their clocks and stand in lists, but in no ledger. */
    private static final List<String> NOT_IN_THE_LEDGER = List.of("DRAFT", "VOID");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private EngineGateway gateway;

    @Autowired
    private TransactionTemplate tx;

    @BeforeEach
    void mattersWithSeveralClocks() {
        Time.is("2026-09-01");
        Life.ofALetter().withTheHandler();
        PetitionId letter = Life.ofALetter().withTheHandler().id();
        gateway.asSystem(() -> tx.executeWithoutResult(status -> deadlines.start(
                letter, ClockKind.D6, Time.now(), "受理告知书", new OrganId("binjiangHousingBureau"), Optional.empty())));
        String worse = letter.value();
        assertThat(jdbc.sql("select count(*) from deadline.clock where petition = ? and state = 'RUNNING'")
                        .param(worse)
                        .query(Integer.class)
                        .single())
                .as("clocks that run at once")
                .isGreaterThan(1);
        jdbc.sql("""
                        update deadline.clock set lamp = 'YELLOW' where id = (
                            select max(id) from deadline.clock where petition = ? and state = 'RUNNING')""").param(worse).update();
    }

    @Test
    void theListShowsEveryMatterOnce() {
        for (Lamp lamp : Lamp.values()) {
            assertThat(listed(lamp)).as(lamp.label()).isEqualTo(byHand(lamp, "desc", List.of()));
        }
    }

    private List<String> listed(Lamp lamp) {
        Api supervisor = Api.as(port, "supervise");
        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = supervisor
                    .get("/api/v1/petitions?lamp=" + lamp + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.path("petitions")
                    .forEach(line -> listed.add(line.path("number").asText()));
            next = page.path("next").asText("");
        } while (!next.isEmpty());
        return listed;
    }

    @Test
    void theLedgerShowsEveryMatterOnceInEveryOrder() {
        for (Lamp lamp : Lamp.values()) {
            List<String> oldestFirst = byHand(lamp, "asc", NOT_IN_THE_LEDGER);
            assertThat(ledger(lamp, "NEWEST")).as(lamp.label()).isEqualTo(byHand(lamp, "desc", NOT_IN_THE_LEDGER));
            assertThat(ledger(lamp, "OLDEST")).as(lamp.label()).isEqualTo(oldestFirst);
            assertThat(ledger(lamp, "DUE")).as(lamp.label()).containsExactlyInAnyOrderElementsOf(oldestFirst);
        }
    }

    private List<String> ledger(Lamp lamp, String order) {
        List<String> listed = new ArrayList<>();
        Map<String, String> asked = new HashMap<>(Map.of("lamp", lamp.name(), "order", order));
        String next;
        do {
            JsonNode page =
                    Api.as(port, "supervise").post("/api/v1/ledger/page", asked).json();
            page.path("rows").forEach(row -> listed.add(row.path("number").asText()));
            next = page.path("next").asText("");
            asked.put("cursor", next);
        } while (!next.isEmpty());
        return listed;
    }

    private List<String> byHand(Lamp lamp, String direction, List<String> beyond) {
        return jdbc.sql(BY_HAND.formatted(direction))
                .param("lamp", lamp.name())
                .param("beyond", beyond.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
