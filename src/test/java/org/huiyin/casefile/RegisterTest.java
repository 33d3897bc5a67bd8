package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("批量登记：逐件编号，来源编号相同的不重复登记")
class RegisterTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OfficerId CLERK = new OfficerId("intake");

    @Autowired
    CaseFile cases;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyRowBecomesAPetitionOfItsOwn() {
        Time.is("2026-03-02");
        List<Registration> rows = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            rows.add(ARegistration.by(Channel.ONLINE)
                    .from("信访人" + i)
                    .title("第" + i + "封")
                    .receivedOn("2019-05-06")
                    .build());
        }

        List<Registered> answers = cases.registerAll(rows, BUREAU, CLERK);

        assertThat(answers).hasSize(1_203).noneMatch(Registered::isDuplicate);
        Registered one = answers.get(1_100);
        Petition petition = cases.get(one.petition());
        assertThat(petition.title()).isEqualTo("第1100封");
        assertThat(petition.state()).isEqualTo(PetitionState.REGISTERED);
        assertThat(petition.legacy()).isTrue();
        assertThat(cases.petitioners(one.petition())).extracting(Person::name).containsExactly("信访人1100");
        assertThat(cases.opens(one.petition(), one.queryCode().orElseThrow())).isTrue();
        assertThat(journal.of(one.petition())).extracting(JournalEntry::kind).containsExactly(JournalKind.IMPORTED);
        assertThat(answers).allMatch(answer -> journal.intact(answer.petition()));
    }

    @Test
    void aSecondImportOfTheSameRowIsHarmless() {
        String ref = UUID.randomUUID().toString();
        Registration row = ARegistration.by(Channel.ONLINE)
                .sourceRef(ref)
                .receivedOn("2019-05-06")
                .build();
        Registration other = ARegistration.by(Channel.ONLINE)
                .sourceRef(ref + "b")
                .receivedOn("2019-05-06")
                .build();

        List<Registered> first = cases.registerAll(List.of(row, row), BUREAU, CLERK);
        List<Registered> second = cases.registerAll(List.of(row, other), BUREAU, CLERK);

        assertThat(first).extracting(Registered::isDuplicate).containsExactly(false, true);
        assertThat(second).extracting(Registered::isDuplicate).containsExactly(true, false);
        assertThat(second.get(0).petition()).isEqualTo(first.get(0).petition());
        assertThat(jdbc.sql("select count(*) from casefile.petition where source_ref = :ref")
                        .param("ref", ref)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anotherOrganMayUseTheSameReference() {
        String ref = UUID.randomUUID().toString();
        Registration row = ARegistration.by(Channel.ONLINE)
                .sourceRef(ref)
                .receivedOn("2019-05-06")
                .build();

        cases.registerAll(List.of(row), BUREAU, CLERK);
        List<Registered> elsewhere =
                cases.registerAll(List.of(row), new OrganId("binjiangPetitionBureau"), new OfficerId("handler"));

        assertThat(elsewhere).noneMatch(Registered::isDuplicate);
    }

    @Test
    void oneImpossibleRowLeavesNothingBehind() {
        Time.is("2026-03-02");
        String ref = UUID.randomUUID().toString();
        Registration good = ARegistration.by(Channel.ONLINE)
                .sourceRef(ref)
                .receivedOn("2026-03-01")
                .build();
        Registration bad =
                ARegistration.by(Channel.ONLINE).receivedOn("2026-03-03").build();

        assertThatThrownBy(() -> cases.registerAll(List.of(good, bad), BUREAU, CLERK))
                .hasMessageStartingWith("【收到日期】");
        assertThat(jdbc.sql("select count(*) from casefile.petition where source_ref = :ref")
                        .param("ref", ref)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anEmptyBatchIsNoWork() {
        assertThat(cases.registerAll(List.of(), BUREAU, CLERK)).isEmpty();
    }
}
