package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Typed.with;

import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("当场答复：第十四条、第二十三条，R34")
class SpotAnswerTest {
    @Autowired
    CaseFile cases;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("第十四条 信访部门可以当场答复咨询")
    void thePetitionBureauAnswersAnEnquiryOnTheSpot() {
        PetitionId call = Desk.as("intake").receive(Channel.CALL);

        Desk.as("intake")
                .complete(call, "registerCall", with(Typed.answeredOnTheSpot(Typed.call()), "purpose", "ENQUIRY"));

        assertThat(cases.get(call).endReason()).contains(EndReason.ON_THE_SPOT);
    }

    @Test
    @DisplayName("第十四条 信访部门不得当场作出实体答复")
    void thePetitionBureauNeverDecidesADemandOnTheSpot() {
        PetitionId visit = Desk.as("intake").receive(Channel.VISIT);
        Map<String, Long> before = records.rows();

        assertThatThrownBy(() ->
                        Desk.as("intake").complete(visit, "registerVisit", Typed.answeredOnTheSpot(Typed.visit())))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【已当场答复】信访部门只能当场答复咨询");

        assertThat(records.rows()).isEqualTo(before);
        assertThat(cases.get(visit).isDraft()).isTrue();
    }

    @Test
    @DisplayName("第二十三条 不在职责清单内的事项不得当场答复")
    void anOrganNeverAnswersWhatIsAnothersDutyOnTheSpot() {
        PetitionId visit = Desk.as("handler").receive(Channel.VISIT);
        String another = jdbc.sql("""
                        select min(subject) from organ.duty join organ.organ on id = organ and receives and valid
                        where subject not in (select subject from organ.duty where organ = :organ)""")
                .param("organ", Petitions.HOUSING.value())
                .query(String.class)
                .single();

        assertThatThrownBy(() -> Desk.as("handler")
                        .complete(
                                visit,
                                "registerVisit",
                                with(Typed.answeredOnTheSpot(Typed.visit()), "subject", another)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("不在本机关职责清单内");
    }

    @Test
    @DisplayName("揭发控告不得当场答复")
    void anAccusationIsNeverAnsweredOnTheSpot() {
        PetitionId visit = Desk.as("handler").receive(Channel.VISIT);

        assertThatThrownBy(() -> Desk.as("handler")
                        .complete(
                                visit,
                                "registerVisit",
                                with(Typed.answeredOnTheSpot(Typed.visit()), "purpose", "ACCUSATION")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("揭发控告不能当场答复");
    }

    @Test
    @DisplayName("当场答复须经来访人确认")
    void anAnswerOnTheSpotNeedsThePetitionersConfirmation() {
        PetitionId visit = Desk.as("handler").receive(Channel.VISIT);
        Map<String, Object> unconfirmed = Typed.answeredOnTheSpot(Typed.visit());
        unconfirmed.remove("spotConfirmation");

        assertThatThrownBy(() -> Desk.as("handler").complete(visit, "registerVisit", unconfirmed))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【来访人确认方式】");
    }

    @Test
    @DisplayName("来信人不在场，不能当场答复")
    void aLetterCannotBeAnsweredOnTheSpot() {
        PetitionId letter = Desk.as("handler").receive(Channel.LETTER);

        assertThatThrownBy(() -> Desk.as("handler")
                        .complete(letter, "registerLetter", with(Typed.letter(), "answeredOnTheSpot", true)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("answeredOnTheSpot");
    }
}
