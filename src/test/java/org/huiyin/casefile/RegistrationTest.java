package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.testkit.ARegistration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("登记内容：第十九条、第二十一条")
class RegistrationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), EngineClock.BEIJING);

    @Test
    void aLetterOfHundredThousandCharactersIsTaken() {
        String longest = "信".repeat(Registration.LONGEST_CONTENT);

        assertThat(ARegistration.letter().content(longest).build().content()).hasSize(100_000);
        assertThatThrownBy(() -> ARegistration.letter().content(longest + "信").build())
                .isInstanceOf(InvalidInput.class)
                .hasMessage("【信访内容】最多100000个字，现有100001个字，请缩短。");
    }

    @Test
    void anEmptyLetterIsRefused() {
        assertThatThrownBy(() -> ARegistration.letter().content(" \n\u3000").build())
                .hasMessage("【信访内容】必须填写。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001b", "\u007f", "\ud800", "\uffff"})
    void controlCharactersAreRefusedWithTheFieldsName(String bad) {
        assertThatThrownBy(
                        () -> ARegistration.letter().content("路灯" + bad + "坏了").build())
                .hasMessage("【信访内容】含有无法显示的控制字符，请删除后重新填写。");
        assertThatThrownBy(() -> ARegistration.letter().title("路灯" + bad).build())
                .hasMessageStartingWith("【标题】");
        assertThatThrownBy(() -> Person.citizen("张" + bad, "", "", "")).hasMessageStartingWith("【信访人姓名】");
    }

    @Test
    void marksThatOnlySteerTheDisplayAreDropped() {
        Registration registration = ARegistration.letter()
                .content("\uFEFF第一行\r\n第二行\u200B\u202E\r第三行")
                .title("路灯\n坏了")
                .build();

        assertThat(registration.content()).isEqualTo("第一行\n第二行\n第三行");
        assertThat(registration.title()).isEqualTo("路灯 坏了");
    }

    @Test
    void markupAndFormulasAreKeptAsText() {
        String typed = "<script>alert(1)</script> =HYPERLINK(\"x\")";

        assertThat(ARegistration.letter().content(typed).build().content()).isEqualTo(typed);
    }

    @Test
    void withoutATitleTheBeginningOfTheLetterStandsForIt() {
        String title =
                ARegistration.letter().title("").content("灯".repeat(50)).build().title();

        assertThat(title).isEqualTo("灯".repeat(30) + "…");
    }

    @Test
    void theFutureIsRefused() {
        Registration tomorrow = ARegistration.letter().receivedOn("2026-03-03").build();
        Registration today = ARegistration.letter().receivedOn("2026-03-02").build();

        assertThatThrownBy(() -> tomorrow.refuseFuture(CLOCK)).hasMessage("【收到日期】不能晚于今天，请改为今天或更早的日期。");
        today.refuseFuture(CLOCK);
    }

    @Test
    void datesBeforeTheRepublicAreRefused() {
        assertThatThrownBy(() -> ARegistration.letter().receivedOn("1949-09-30").build())
                .hasMessageStartingWith("【收到日期】早于1949年");
        assertThatThrownBy(() -> ARegistration.letter()
                        .receivedOn("2026-03-02")
                        .postmarkedOn("2026-03-05")
                        .build())
                .hasMessageStartingWith("【邮戳日期】不能晚于收到日期");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001})
    void nobodyOrTooManyVisitorsAreRefused(int visitors) {
        assertThatThrownBy(() -> ARegistration.visit().visitors(visitors).build())
                .hasMessageStartingWith("【信访人数】");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> ARegistration.visit().visitors(0).content("").build())
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting("field")
                                .containsExactly("content", "visitorCount"));
    }

    @ParameterizedTest
    @CsvSource({
        "13800001234, 13800001234",
        "138 0000 1234, 13800001234",
        "+86-138-0000-1234, 13800001234",
        "１３８００００１２３４, 13800001234",
        "0711-5551234, 0711-5551234",
        "(010)65551234, 01065551234",
        "0711-5551234转803, 0711-5551234-803",
        "5551234, 5551234",
        "400-800-1234, 4008001234",
        "+85291234567, +85291234567"
    })
    void telephonesAreTakenAsPeopleWriteThem(String typed, String kept) {
        assertThat(Person.citizen("张三", typed, "", "").phone()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1380000123", "138****1234", "电话", "23800001234567", "0711-123"})
    void whatIsNoTelephoneIsRefused(String typed) {
        assertThatThrownBy(() -> Person.citizen("张三", typed, "", "")).hasMessageStartingWith("【联系电话】");
    }

    @Test
    void theCheckDigitOfAnIdentityNumberCounts() {
        assertThat(Person.citizen("张三", "", " 99010119490312002x ", "").idNumber())
                .isEqualTo("99010119490312002X");
        assertThatThrownBy(() -> Person.citizen("张三", "", "990101194903120021", ""))
                .hasMessage("【证件号码】校验位不正确，请核对是否录错。");
        assertThatThrownBy(() -> Person.citizen("张三", "", "99010119490230002X", ""))
                .hasMessage("【证件号码】其中的出生日期不存在，请核对。");
        assertThatThrownBy(() -> Person.citizen("张三", "", "9901**********02X", ""))
                .hasMessageStartingWith("【证件号码】");
    }

    @Test
    void anOrganisationHasACreditCode() {
        assertThat(new Person("江城市柳树巷商会", "", "91350100M000100Y43", "", PersonKind.LEGAL_PERSON).idNumber())
                .hasSize(18);
        assertThatThrownBy(() -> new Person("江城市柳树巷商会", "", "91350100M000100Y44", "", PersonKind.LEGAL_PERSON))
                .hasMessageStartingWith("【证件号码】不是有效的统一社会信用代码");
        assertThat(new Person("John", "", "P1234567", "", PersonKind.FOREIGNER).idNumber())
                .isEqualTo("P1234567");
    }

    @Test
    void maskedValuesAreNeverWrittenBack() {
        assertThatThrownBy(() -> Person.citizen("张*", "", "", "")).hasMessageStartingWith("【信访人姓名】不能含有“*”");
        assertThatThrownBy(() -> Person.citizen("张三", "", "", "江城市****")).hasMessageStartingWith("【住址】不能含有“*”");
    }

    @ParameterizedTest
    @CsvSource({"张三, 张*", "欧阳明明, 欧***", "张, *", "'', ''"})
    void namesAreMasked(String name, String masked) {
        assertThat(Mask.name(name)).isEqualTo(masked);
    }

    @Test
    void numbersAndAddressesAreMasked() {
        assertThat(Mask.phone("13800001234")).isEqualTo("138****1234");
        assertThat(Mask.phone("5551234")).isEqualTo("****234");
        assertThat(Mask.idNumber("99010119490312002X")).isEqualTo("9901***********02X");
        assertThat(Mask.address("江城市滨江区柳树巷8号")).isEqualTo("江城市滨江****");
        assertThat(Mask.address("")).isEmpty();
    }

    @Test
    void recordsDoNotPrintWhatMustNotBeLogged() {
        Person person = Person.citizen("张三", "13800001234", "", "");

        assertThat(person + " " + ARegistration.letter().from(person).build()).doesNotContain("张三", "138", "路灯");
    }

    static Stream<PetitionState> states() {
        return Arrays.stream(PetitionState.values());
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateHasAChineseLabel(PetitionState state) {
        assertThat(state.label()).matches("\\p{IsHan}+");
    }

    @ParameterizedTest
    @EnumSource(JournalKind.class)
    void everyJournalKindHasAChineseLabel(JournalKind kind) {
        assertThat(kind.label()).matches("\\p{IsHan}+");
    }
}
