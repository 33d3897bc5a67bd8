package org.huiyin.deadline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An invented notice, far from the time of all other tests: whatever it moves is theirs who load it. */
final class NoticeOf2042 {
    static final String PAPER = "关于2042年部分节假日安排的通知（虚构）";

    /** The first eight days of January are off, two weekend days are worked. */
    private static final List<String> DAYS = Stream.concat(
                    Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map(day -> day("元旦", "2042-01-0" + day, true)),
                    Stream.of(
                            day("元旦", "2041-12-28", false),
                            day("元旦", "2042-01-12", false),
                            day("春节", "2042-01-22", true),
                            day("清明节", "2042-04-04", true),
                            day("劳动节", "2042-05-01", true),
                            day("劳动节", "2042-05-02", true),
                            day("端午节", "2042-06-22", true),
                            day("中秋节", "2042-09-28", true),
                            day("国庆节", "2042-10-01", true),
                            day("国庆节", "2042-10-02", true),
                            day("国庆节", "2042-10-03", true)))
            .toList();

    private NoticeOf2042() {}

    static String file() {
        return file(PAPER, "");
    }

    /** The same without the days whose date contains this, under another paper. */
    static String file(String paper, String without) {
        return """
                {"year": 2042, "papers": ["%s"], "days": [
                %s]}""".formatted(
                        paper,
                        DAYS.stream()
                                .filter(day -> without.isEmpty() || !day.contains(without))
                                .collect(Collectors.joining(",\n")));
    }

    static void takeBack(JdbcClient jdbc) {
        jdbc.sql("""
                        delete from deadline.calendar_day d using deadline.calendar_notice n
                        where n.region = d.region and n.title = d.notice and n.change is not null""").update();
        jdbc.sql(
                        "update deadline.calendar_day set replaced_by = null where replaced_by in (select title from deadline.calendar_notice where change is not null)")
                .update();
        jdbc.sql("delete from deadline.calendar_notice where change is not null")
                .update();
    }

    private static String day(String name, String date, boolean off) {
        return "{\"name\": \"%s\", \"date\": \"%s\", \"isOffDay\": %s}".formatted(name, date, off);
    }
}
