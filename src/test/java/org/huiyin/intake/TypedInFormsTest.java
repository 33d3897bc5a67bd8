package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Typed.with;

import java.util.List;
import java.util.Map;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Time;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("登记、分类表单：只收表单上的内容，只收承办人的提交")
class TypedInFormsTest {
    @Autowired
    CaseFile cases;

    @Autowired
    EngineGateway gateway;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("收到日期不能晚于今天，出错时什么也不写入")
    void aFutureDateIsRefusedAndNothingIsHalfWritten() {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        Map<String, Long> before = records.rows();

        assertThatThrownBy(() -> Desk.as("intake")
                        .complete(
                                letter,
                                "registerLetter",
                                with(
                                        Typed.letter(),
                                        "receivedOn",
                                        Time.today().plusDays(1).toString())))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("【收到日期】不能晚于今天");

        assertThat(records.rows()).isEqualTo(before);
        assertThat(Desk.as("intake").sees(letter)).containsExactly("registerLetter");
    }

    @Test
    @DisplayName("错误提示用表单上的名称指出字段")
    void anErrorNamesTheFieldAsTheFormDoes() {
        PetitionId visit = Desk.as("intake").receive(Channel.VISIT);

        assertThatThrownBy(() -> Desk.as("intake")
                        .complete(
                                visit,
                                "registerVisit",
                                with(
                                        Typed.visit(),
                                        "receivedOn",
                                        Time.today().plusDays(1).toString())))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("【来访日期】不能晚于今天，请改为今天或更早的日期。");
    }

    @Test
    void anUnknownFieldIsRefused() {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);

        assertThatThrownBy(() ->
                        Desk.as("intake").complete(letter, "registerLetter", with(Typed.letter(), "nickname", "小白")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("nickname");
        assertThat(cases.get(letter).isDraft()).isTrue();
    }

    @Test
    void aRoutingVariableCannotBeSubmitted() {
        PetitionId letter = Life.ofALetter().id();

        assertThatThrownBy(() -> Desk.as("dispatch")
                        .complete(letter, "decideClass", with(Typed.appeal(), "organ", "cityHousingBureau")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("organ");
        assertThatThrownBy(
                        () -> Desk.as("dispatch").complete(letter, "decideClass", with(Typed.appeal(), "way", "GUIDE")))
                .isInstanceOf(InvalidInput.class);
        assertThat(Desk.as("dispatch").sees(letter)).containsExactly("decideClass");
    }

    @Test
    void onlyTheAssigneeCompletesATask() {
        PetitionId letter = Life.ofALetter().id();
        Desk.as("dispatch").claim(letter, "decideClass");
        String task = Desk.as("dispatch").task(letter, "decideClass").getId();

        assertThatThrownBy(() -> gateway.as(new OfficerId("dispatchTwo"), () -> gateway.complete(task, Typed.appeal())))
                .hasMessageContaining("只有承办人本人可以提交");
        assertThat(cases.get(letter).petitionClass()).isEmpty();
    }

    @Test
    @DisplayName("登记的内容不进入流程变量、历史和操作日志")
    void nothingThatWasTypedIsInTheEngine() {
        PetitionId letter = Life.ofALetter().id();
        Desk.as("dispatch").complete(letter, "decideClass", with(Typed.appeal(), "classReason", "显系住建职责甲乙丙"));

        for (String table : List.of("act_hi_varinst", "act_ru_variable", "act_hi_detail")) {
            assertThat(jdbc.sql("select count(*) from " + table
                                    + " where text_ like '%供水管道%' or text_ like '%白鹭洲%' or text_ like '%甲乙丙%'")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(records.entry(letter, JournalKind.CLASSIFIED).typed()).contains("显系住建职责甲乙丙");
    }
}
