package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@DisplayName("查询码：第二十一条，随机、不留明文、限次")
class QueryCodeTest {
    private static final OfficerId CLERK = new OfficerId("intake");
    private static final String WRONG = "2222222222";

    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway gateway;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itOpensItsPetitionAndNoOther() {
        PetitionId id = draft();
        PetitionId other = draft();
        String code = newCode(id);

        assertThat(code).matches("[2-9A-HJKMNP-TW-Z]{10}");
        assertThat(cases.opens(id, code)).isTrue();
        assertThat(cases.opens(
                        id, code.substring(0, 5) + "-" + code.substring(5).toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(cases.opens(other, code)).isFalse();
        assertThat(cases.opens(id, WRONG)).isFalse();
        assertThat(cases.opens(new PetitionId("9999992026030201000001"), code)).isFalse();
    }

    @Test
    void aNewCodeEndsTheOldOne() {
        PetitionId id = draft();
        String old = newCode(id);
        String fresh = newCode(id);

        assertThat(cases.opens(id, old)).isFalse();
        assertThat(cases.opens(id, fresh)).isTrue();
    }

    @Test
    void itIsNotKeptInClear() {
        PetitionId id = draft();
        String code = newCode(id);

        assertThat(jdbc.sql("""
                                select row_to_json(p)::text || (select string_agg(row_to_json(j)::text, '')
                                    from casefile.journal j where j.petition = p.id)
                                from casefile.petition p where id = :id""").param("id", id.value()).query(String.class).single())
                .doesNotContain(code);
    }

    @Test
    void tooManyWrongCodesLockTheNumberForAnHour() {
        Time.is("2026-03-02");
        PetitionId id = draft();
        String code = newCode(id);
        for (int i = 0; i < 10; i++) {
            assertThat(cases.opens(id, WRONG)).isFalse();
        }

        assertThatThrownBy(() -> cases.opens(id, WRONG)).isInstanceOf(QueryCodeLocked.class);
        assertThatThrownBy(() -> cases.opens(id, code)).hasMessageStartingWith("查询码连续输错次数过多");
        Time.to(Time.now().plusSeconds(3_601));
        assertThat(cases.opens(id, code)).isTrue();
    }

    @Test
    void aFailureCountsEvenWhenTheCallerRollsBack() {
        PetitionId id = draft();
        newCode(id);
        for (int i = 0; i < 10; i++) {
            tx.executeWithoutResult(rolledBack -> {
                cases.lock(id);
                cases.opens(id, WRONG);
                rolledBack.setRollbackOnly();
            });
        }

        assertThatThrownBy(() -> cases.opens(id, WRONG)).isInstanceOf(QueryCodeLocked.class);
    }

    private PetitionId draft() {
        return cases.open(Channel.LETTER, new OrganId("cityPetitionBureau"), CLERK);
    }

    private String newCode(PetitionId id) {
        return gateway.as(CLERK, () -> cases.newQueryCode(id));
    }
}
