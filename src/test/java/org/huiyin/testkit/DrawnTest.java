package org.huiyin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnTest {
    @Test
    void theSameCasesAreDrawnAtEveryRun() {
        assertThat(drawn()).isEqualTo(drawn()).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void aPropertyThatHoldsIsSilent() {
        Drawn.forAll(200, draw -> draw.below(7), number -> assertThat(number).isBetween(0, 6));
    }

    @Test
    void theCaseThatFailsIsToldAtItsSmallestWithItsSeed() {
        assertThatThrownBy(() -> Drawn.forAll(
                        200,
                        draw -> draw.below(1000),
                        number -> assertThat(number).isLessThan(137)))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)seed \\d+, case \\d+, at its smallest: 137\\R.*");
    }

    @Test
    void whatDoesNotMatterIsLeftOut() {
        assertThatThrownBy(() -> Drawn.forAll(
                        200, DrawnTest::numbers, numbers -> assertThat(numbers).noneMatch(number -> number > 40)))
                .hasMessageContaining("at its smallest: [41]");
    }

    private static List<Integer> numbers(Drawn draw) {
        return IntStream.range(0, draw.below(20)).mapToObj(i -> draw.below(100)).toList();
    }

    private static List<Integer> drawn() {
        List<Integer> all = new ArrayList<>();
        Drawn.forAll(50, draw -> draw.below(1_000_000_000), all::add);
        return all;
    }
}
