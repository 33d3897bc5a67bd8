package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiyin.intake.Signs.Word;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("词语征兆：用语计分，否定的和尚未发生的不算")
class SignsTest {
    private static final List<Word> LIST = List.of(
            new Word(Mark.DUTY, "举报", 2),
            new Word(Mark.LITIGATION, "法院判决", 5),
            new Word(Mark.LITIGATION, "起诉", 2),
            new Word(Mark.ARBITRATION, "仲裁", 5),
            new Word(Mark.NEGATION, "不是", 0),
            new Word(Mark.NEGATION, "没有", 0),
            new Word(Mark.NEGATION, "未", 0),
            new Word(Mark.NEGATION, "否则", 0),
            new Word(Mark.NOT_NEGATION, "没有办法", 0),
            new Word(Mark.NOT_NEGATION, "未果", 0));

    @ParameterizedTest
    @CsvSource({
        "我要举报隔壁的作坊。, 2",
        "我不是举报，只是问一下。, 0",
        "这不是第一次了，我举报过三次。, 2",
        "没有办法，只好举报。, 2",
        "没有办法只好举报, 2",
        "协商未果举报至此。, 2",
        "不是举报。现在正式举报。, 2",
        "路灯坏了。, 0"
    })
    void aWordThatIsDeniedIsNoSign(String text, int score) {
        assertThat(Signs.in("", text, LIST).of(Mark.DUTY)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"已经起诉, 2", "至今未起诉, 0", "请尽快处理，否则起诉, 0"})
    void whatHasNotHappenedYetIsNoSign(String text, int score) {
        assertThat(Signs.in("", text, LIST).of(Mark.LITIGATION)).isEqualTo(score);
    }

    @Test
    void aWordCountsOnceInTheTextAndTwiceInTheHeadingAndScoresEndAtNine() {
        assertThat(Signs.in("", "举报，举报，再举报", LIST).of(Mark.DUTY)).isEqualTo(2);
        assertThat(Signs.in("举报违建", "举报", LIST).of(Mark.DUTY)).isEqualTo(4);
        assertThat(Signs.in("不服法院判决", "法院判决，已起诉", LIST).of(Mark.LITIGATION)).isEqualTo(Signs.MOST);
        assertThat(Signs.in("仲裁", "", LIST).of(Mark.ARBITRATION)).isEqualTo(Signs.MOST);
    }

    @Test
    void theWordsFoundAreNamedAndNegationsAreNoSigns() {
        Signs signs = Signs.in("", "没有回复，不服法院判决，也举报过", LIST);

        assertThat(signs.words(Mark.LITIGATION)).containsExactly("法院判决");
        assertThat(signs.words(Mark.DUTY)).containsExactly("举报");
        assertThat(signs.words()).doesNotContainKey(Mark.NEGATION);
        assertThat(signs.toString()).doesNotContain("举报");
    }
}
