package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.ledger.OrganByOrgan;
import org.huiyin.organ.Right;
import org.huiyin.organ.Rights;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever reaches few organs is served from each of them: the pages together hold what a plain question finds, in its order. */
@HuiyinTest
@DisplayName("R29 本单位的清单一件不多、一件不少")
class ListsOfFewOrgansTest {
    private static final int MANY = 52;
    private static final String HANDLER = "handler";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Rights rights;

    /** More than a page, at the handler's organ and at the one that registered them. */
    @BeforeEach
    void letters() {
        Time.is("2026-09-01");
        while (expected("").size() < MANY) {
            Life.ofALetter().withTheHandler();
        }
        Life.ofALetter().withTheHandler().accepted();
        Life.ofALetter();
        Time.is("2026-10-12");
        Life.ofALetter().withTheHandler();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lamp=GREEN",
                "lamp=YELLOW",
                "lamp=RED",
                "lamp=OVERDUE",
                "state=REGISTERED",
                "state=FORWARDED"
            })
    void thePagesTogetherHoldWhatAPlainQuestionFinds(String filter) {
        Set<OrganId> reached = rights.reach(new OfficerId(HANDLER), Right.VIEW_CASE);
        assertThat(OrganByOrgan.suits(false, reached, Set.of())).isTrue();

        assertThat(pages(filter)).isEqualTo(expected(filter));
    }

    private List<String> pages(String filter) {
        List<String> numbers = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = Api.as(port, HANDLER)
                    .get("/api/v1/petitions?" + filter + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            page.path("petitions")
                    .forEach(line -> numbers.add(line.path("number").asText()));
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return numbers;
    }

    private List<String> expected(String filter) {
        String value = filter.substring(filter.indexOf('=') + 1);
        return jdbc.sql("""
                        select p.id from casefile.petition p
                        where not p.sealed and (p.organ = any(:reached) or p.registered_by = any(:reached))
                            and not exists (select 1 from casefile.barred b where b.petition = p.id and b.officer = :handler)
                            and (not :byState or p.state = :value)
                            and (not :byLamp or :value = (
                                select (array['GREEN', 'YELLOW', 'RED', 'OVERDUE'])[max(array_position(
                                    array['GREEN', 'YELLOW', 'RED', 'OVERDUE'], k.lamp))]
                                from deadline.clock k where k.petition = p.id and k.state = 'RUNNING'))
                        order by p.received_at desc, p.id desc""")
                .param(
                        "reached",
                        rights.reach(new OfficerId(HANDLER), Right.VIEW_CASE).stream()
                                .map(OrganId::value)
                                .toArray(String[]::new))
                .param("handler", HANDLER)
                .param("byState", filter.startsWith("state"))
                .param("byLamp", filter.startsWith("lamp"))
                .param("value", value)
                .query(String.class)
                .list();
    }
}
