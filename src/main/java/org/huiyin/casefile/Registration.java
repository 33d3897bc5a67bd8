package org.huiyin.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.Channel;

/** What is entered in the register (arts 19, 21): cleaned and checked here, so that it can be trusted afterwards. */
public record Registration(
        Channel channel,
        Instant receivedAt,
        Optional<LocalDate> postmarkedOn,
        List<Person> petitioners,
        String title,
        String content,
        String demand,
        String place,
        String subject,
        boolean confidential,
        boolean anonymous,
        int visitorCount,
        Optional<String> addressee,
        Purpose purpose,
        Optional<String> sourceRef) {
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_CONTENT = 100_000;
    public static final int LONGEST_DEMAND = 10_000;
    public static final int LONGEST_LINE = 300;
    private static final int LONGEST_REF = 200;
    private static final int MOST_VISITORS = 100_000;
    private static final int MOST_PETITIONERS = 1_000;
    private static final int TITLE_FROM_CONTENT = 30;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    public Registration {
        Typed typed = new Typed();
        petitioners = petitioners.stream().filter(person -> !person.isUnknown()).toList();
        content = typed.text("content", "信访内容", content, LONGEST_CONTENT);
        title = typed.line("title", "标题", title, LONGEST_TITLE);
        title = title.isEmpty() ? beginningOf(content) : title;
        demand = typed.text("demand", "诉求", demand, LONGEST_DEMAND);
        place = typed.line("place", "问题属地", place, LONGEST_LINE);
        subject = typed.line("subject", "内容分类", subject, LONGEST_LINE);
        addressee = addressee
                .map(to -> typed.line("addressee", "受信人", to, LONGEST_LINE))
                .filter(to -> !to.isEmpty());
        sourceRef = sourceRef
                .map(ref -> typed.line("sourceRef", "来源编号", ref, LONGEST_REF))
                .filter(ref -> !ref.isEmpty());
        typed.must(!content.isEmpty(), "content", "信访内容", "必须填写。");
        typed.must(petitioners.size() <= MOST_PETITIONERS, "petitioners", "信访人", "一次最多登记1000人。");
        typed.must(visitorCount >= 1 && visitorCount <= MOST_VISITORS, "visitorCount", "信访人数", "应为1至100000之间的整数。");
        refuseImpossibleDates(typed, receivedOn(receivedAt), postmarkedOn);
        typed.refuseWrong();
    }

    public LocalDate receivedOn() {
        return receivedOn(receivedAt);
    }

    /** Only the clock can tell: nothing is received, or postmarked, tomorrow. */
    void refuseFuture(Clock clock) {
        Typed typed = new Typed();
        LocalDate today = LocalDate.now(clock);
        typed.must(!receivedAt.isAfter(clock.instant()), "receivedOn", "收到日期", "不能晚于今天，请改为今天或更早的日期。");
        typed.must(
                postmarkedOn.map(day -> !day.isAfter(today)).orElse(true),
                "postmarkedOn",
                "邮戳日期",
                "不能晚于今天，请改为今天或更早的日期。");
        typed.refuseWrong();
    }

    private static void refuseImpossibleDates(Typed typed, LocalDate received, Optional<LocalDate> postmarked) {
        typed.must(!received.isBefore(EARLIEST), "receivedOn", "收到日期", "早于1949年10月1日，请核对年份。");
        postmarked.ifPresent(day -> {
            typed.must(!day.isBefore(EARLIEST), "postmarkedOn", "邮戳日期", "早于1949年10月1日，请核对年份。");
            typed.must(!day.isAfter(received), "postmarkedOn", "邮戳日期", "不能晚于收到日期，请核对。");
        });
    }

    private static LocalDate receivedOn(Instant receivedAt) {
        return LocalDate.ofInstant(receivedAt, EngineClock.BEIJING);
    }

    private static String beginningOf(String content) {
        String line = content.lines().findFirst().orElse("").strip();
        if (line.codePointCount(0, line.length()) <= TITLE_FROM_CONTENT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, TITLE_FROM_CONTENT)) + "…";
    }

    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "Registration[" + channel + ", " + receivedAt + "]";
    }
}
