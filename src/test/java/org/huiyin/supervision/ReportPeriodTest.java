package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.testkit.Refused.assertRefused;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("指标的时段")
class ReportPeriodTest {
    static String lastOf(String month) {
        LocalDate first = LocalDate.parse(month + "01");
        return first.withDayOfMonth(first.lengthOfMonth()).toString();
    }

    @ParameterizedTest
    @CsvSource({
        ",2026-01-31,from,年月日",
        "2026-01-01,,to,年月日",
        "昨天,2026-01-31,from,年月日",
        "2026-02-30,2026-03-01,from,年月日",
        "0001-01-01,2026-01-02,from,年月日",
        "+123456-01-01,2026-01-02,from,年月日",
        "2026-02-01,2026-01-31,from,对调",
        "2025-01-01,2026-01-02,to,一年"
    })
    void whatIsNoPeriodIsRefused(String from, String to, String field, String words) {
        assertRefused(() -> ReportPeriod.of(from, to), field, words);
    }

    @Test
    @DisplayName("起止两日都计入，最长一年，闰年也是")
    void aYearAndADayAreTaken() {
        assertThat(ReportPeriod.of("2026-01-01", "2026-01-01").before()).isEqualTo("2026-01-02");
        assertThat(ReportPeriod.of("2028-01-01", "2028-12-31").to()).isEqualTo("2028-12-31");
        assertThat(ReportPeriod.of("2025-01-01", "2026-01-01").to()).isEqualTo("2026-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,2026-12-31,2026-07-15",
        "2026-01-02,2026-12-30,2026-07-01",
        "2026-03-05,2026-03-05,2026-03-05",
        "2026-02-01,2026-02-28,2030-01-01",
        "2026-02-14,2026-04-13,2026-03-31"
    })
    @DisplayName("整月加零头，每一日恰好一次，当月逐日")
    void itsPiecesHoldEachDayOnce(LocalDate from, LocalDate to, LocalDate today) {
        ReportPeriod period = new ReportPeriod(from, to);

        assertThat(period.pieces(today).stream().flatMap(piece -> piece.from().datesUntil(piece.before())))
                .containsExactlyElementsOf(LongStream.rangeClosed(from.toEpochDay(), to.toEpochDay())
                        .mapToObj(LocalDate::ofEpochDay)
                        .toList());
        assertThat(period.pieces(today))
                .allSatisfy(piece -> assertThat(piece.grain().equals("MONTH"))
                        .isEqualTo(piece.from().getDayOfMonth() == 1
                                && piece.before().equals(piece.from().plusMonths(1))
                                && !today.withDayOfMonth(1).equals(piece.from())));
    }
}
