package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final PairWeights WEIGHTS =
            PairWeights.of(List.of("请求尽快解决路灯不亮的问题", "请求尽快解决噪音扰民的问题", "请求尽快解决停车困难的问题", "请求尽快解决供水的问题"));

    @Test
    void marksBlanksAndWidthOfLettersDoNotCount() {
        assertThat(Wording.print("路灯 不亮！\n３栋A座")).isEqualTo(Wording.print("路灯不亮，3栋a座。"));
        assertThat(Wording.print("路灯不亮")).isNotEqualTo(Wording.print("路灯又不亮"));
    }

    @Test
    void theSameIsOneAndNothingInCommonIsNought() {
        assertThat(likeness("路灯不亮，老人出行危险", "路灯不亮，老人出行危险")).isEqualTo(1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(likeness("路灯不亮", "噪音扰民")).isZero();
    }

    @Test
    void whatStandsInEveryLetterTellsLittle() {
        double aboutTheSame = likeness("搅拌站粉尘污染", "建起搅拌站，粉尘污染严重");
        double onlyThePhrase = likeness("请求尽快解决搅拌站的问题", "请求尽快解决公交车的问题");

        assertThat(aboutTheSame).isGreaterThan(onlyThePhrase);
        assertThat(WEIGHTS.rarest(Wording.pairs("请求尽快解决搅拌站"), 2))
                .allMatch(pair -> Wording.pairs("搅拌站决搅").contains(pair));
    }

    @Test
    void aCharacterBeyondTheBasicPlaneOrAnEmptyTextIsNoError() {
        assertThat(Wording.pairs("𠀀𠀁路灯")).isNotEmpty();
        assertThat(likeness("", "路灯不亮")).isZero();
    }

    private static double likeness(String one, String other) {
        return Wording.likeness(Wording.counted("", one), Wording.counted("", other), WEIGHTS);
    }
}
