package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.junit.jupiter.api.Test;

class PersonLinesTest {
    @Test
    void oneALineWithWhatIsKnownOfHim() {
        List<Person> people = read("白一，13800001111，江城市滨江区柳树巷1号\r\n\n 白二 \n白三,柳树巷3号,99010119490312002x");

        assertThat(people)
                .extracting(Person::name, Person::phone, Person::idNumber, Person::address, Person::role)
                .containsExactly(
                        tuple("白一", "13800001111", "", "江城市滨江区柳树巷1号", PersonRole.CO_PETITIONER),
                        tuple("白二", "", "", "", PersonRole.CO_PETITIONER),
                        tuple("白三", "", "99010119490312002X", "柳树巷3号", PersonRole.CO_PETITIONER));
    }

    @Test
    void whatIsPastedFromASheetIsReadToo() {
        assertThat(read("白一\t13800001111\t柳树巷1号\n白二\t\t柳树巷2号"))
                .extracting(Person::name, Person::phone, Person::address)
                .containsExactly(tuple("白一", "13800001111", "柳树巷1号"), tuple("白二", "", "柳树巷2号"));
    }

    @Test
    void everyWrongLineIsNamedByItsNumber() {
        assertThatThrownBy(() -> read("白一，123\n白二\n13800001111，白三"))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> {
                    assertThat(wrong.errors()).extracting(FieldError::field).containsOnly("coPetitioners");
                    assertThat(wrong.errors())
                            .extracting(FieldError::message)
                            .satisfiesExactly(
                                    first -> assertThat(first).startsWith("第1行的联系电话不是有效的电话号码"),
                                    second -> assertThat(second).startsWith("第3行的姓名没有写"));
                });
    }

    private static List<Person> read(String text) {
        return PersonLines.read("coPetitioners", "共同信访人", text, PersonRole.CO_PETITIONER);
    }
}
