package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
@DisplayName("个人信息：加密、遮蔽、查看留痕（个人信息保护法第五十一条，条例第三十条）")
class PersonalDataTest {
    private static final OfficerId CLERK = new OfficerId("intake");
    private static final String ID_NUMBER = "99010119490312002X";

    @Autowired
    CaseFile cases;

    @Autowired
    CaseView view;

    @Autowired
    Journal journal;

    @Autowired
    EngineGateway gateway;

    @Autowired
    JdbcClient jdbc;

    @Test
    void numbersAreCiphertextInTheDatabase() {
        PetitionId id = registered(Person.citizen("张三", "13912345678", ID_NUMBER, "柳树巷8号"));

        byte[] phone = column("phone", id);
        byte[] idNumber = column("id_number", id);

        assertThat(new String(phone, StandardCharsets.ISO_8859_1)).doesNotContain("13912345678");
        assertThat(new String(idNumber, StandardCharsets.ISO_8859_1)).doesNotContain(ID_NUMBER);
        assertThat(jdbc.sql("select row_to_json(p)::text from casefile.person p where petition = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .doesNotContain("13912345678", ID_NUMBER);
        assertThat(cases.petitioners(id)).containsExactly(Person.citizen("张三", "13912345678", ID_NUMBER, "柳树巷8号"));
    }

    @Test
    void theSameNumberIsNeverTheSameCiphertext() {
        PetitionId one = registered(Person.citizen("张三", "13912345678", "", ""));
        PetitionId other = registered(Person.citizen("张三", "13912345678", "", ""));

        assertThat(column("phone", one)).isNotEqualTo(column("phone", other));
        assertThat(column("phone_mac", one)).isEqualTo(column("phone_mac", other));
    }

    @Test
    void ciphertextMovedToAnotherPetitionDoesNotOpen() {
        PetitionId one = registered(Person.citizen("张三", "13912345678", "", ""));
        PetitionId other = registered(Person.citizen("李四", "13700000000", "", ""));

        jdbc.sql("update casefile.person set phone = :phone where petition = :id")
                .param("phone", column("phone", one))
                .param("id", other.value())
                .update();

        assertThatThrownBy(() -> cases.petitioners(other)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void peopleAreFoundByTheirWholeNumberHoweverItIsWritten() {
        PetitionId id = registered(Person.citizen("张三", "13655554444", "990101198001010014", ""));

        assertThat(view.withPhone("136-5555-4444")).containsExactly(id);
        assertThat(view.withIdNumber("990101 19800101 0014")).containsExactly(id);
        assertThat(view.withPhone("13655554445")).isEmpty();
    }

    @Test
    void theViewIsMasked() {
        PetitionId id = registered(Person.citizen("张三丰", "13912345678", ID_NUMBER, "江城市滨江区柳树巷8号"));

        CaseSheet sheet = view.of(id, Circle.OUTSIDE);

        assertThat(sheet.people())
                .extracting(MaskedPerson::name, MaskedPerson::phone, MaskedPerson::idNumber, MaskedPerson::address)
                .containsExactly(tuple("张**", "139****5678", "9901***********02X", "江城市滨江****"));
        assertThat(sheet.letter()).map(Letter::title).contains("路灯不亮");
        assertThat(sheet.organName()).isEqualTo("江城市信访局");
        assertThat(sheet.timeline()).extracting(TimelineEntry::what).containsExactly("开始登记", "登记");
        assertThat(sheet.timeline().get(1).who()).contains("江城市信访局");
        assertThat(sheet.timeline().get(1).facts())
                .extracting(TimelineEntry.Fact::label)
                .containsExactly("收到日期");
    }

    @Test
    void unmaskingNeedsAReasonAndIsInTheJournal() {
        PetitionId id = registered(Person.citizen("张三丰", "13912345678", ID_NUMBER, ""));

        assertThatThrownBy(() -> view.unmask(id, new OfficerId("handler"), " ", Circle.OUTSIDE))
                .hasMessageStartingWith("【查看事由】必须填写");
        List<Person> people = view.unmask(id, new OfficerId("handler"), "电话联系信访人", Circle.OUTSIDE);

        assertThat(people).extracting(Person::phone).containsExactly("13912345678");
        JournalEntry last = journal.of(id).get(2);
        assertThat(last.kind()).isEqualTo(JournalKind.UNMASKED);
        assertThat(last.actor()).isEqualTo(new OfficerId("handler"));
        assertThat(last.typed()).contains("电话联系信访人");
    }

    @Test
    @DisplayName("第三十条：检举控告件对圈外人员如同不存在")
    void aSealedMatterDoesNotExistOutsideItsCircle() {
        PetitionId id = registered(Person.citizen("张三丰", "", "", ""));
        gateway.as(CLERK, () -> cases.classify(id, PetitionClass.ACCUSATION, Optional.empty(), ""));

        assertThatThrownBy(() -> view.of(id, Circle.OUTSIDE))
                .isInstanceOf(NoSuchPetition.class)
                .hasMessage(new NoSuchPetition(id).getMessage());
        assertThatThrownBy(() -> view.unmask(id, CLERK, "查看", Circle.OUTSIDE)).isInstanceOf(NoSuchPetition.class);
        assertThat(view.of(id, Circle.INSIDE).petition().sealed()).isTrue();
    }

    private PetitionId registered(Person petitioner) {
        PetitionId id = cases.open(Channel.LETTER, new OrganId("cityPetitionBureau"), CLERK);
        gateway.as(
                CLERK,
                () -> cases.register(id, ARegistration.letter().from(petitioner).build()));
        return id;
    }

    private byte[] column(String name, PetitionId id) {
        return jdbc.sql("select " + name + " from casefile.person where petition = :id")
                .param("id", id.value())
                .query((rs, row) -> rs.getBytes(1))
                .single();
    }
}
