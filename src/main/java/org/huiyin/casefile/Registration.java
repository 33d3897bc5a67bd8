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
        Optional<String> sourceRef,
        Circumstances circumstances) {
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_CONTENT = 100_000;
    public static final int LONGEST_DEMAND = 10_000;
    public static final int LONGEST_LINE = 300;
    private static final int LONGEST_REF = 200;
    private static final int MOST_VISITORS = 100_000;
    private static final int TITLE_FROM_CONTENT = 30;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    public Registration {
        Typed typed = new Typed();
        petitioners = People.inOrder(petitioners);
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
        visitorCount =
                channel == Channel.VISIT ? visitorCount : (int) Math.max(visitorCount, People.petitioners(petitioners));
        People.refuseWrong(typed, petitioners);
        People.refuseTooFewVisitors(typed, petitioners, channel, visitorCount);
        refuseContradictions(typed, channel, petitioners, circumstances);
        typed.must(visitorCount >= 1 && visitorCount <= MOST_VISITORS, "visitorCount", "信访人数", "应为1至100000之间的整数。");
        refuseImpossibleDates(typed, receivedOn(receivedAt), postmarkedOn);
        typed.refuseWrong();
    }

    /** Of which nothing is known but its text and its people. */
    public Registration(
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
        this(
                channel,
                receivedAt,
                postmarkedOn,
                petitioners,
                title,
                content,
                demand,
                place,
                subject,
                confidential,
                anonymous,
                visitorCount,
                addressee,
                purpose,
                sourceRef,
                Circumstances.of(channel));
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

    private static void refuseContradictions(
            Typed typed, Channel channel, List<Person> people, Circumstances circumstances) {
        boolean byDeputy = circumstances.source() == Source.DEPUTY;
        boolean deputyNamed = people.stream().anyMatch(person -> person.role() == PersonRole.DEPUTY);
        typed.must(!byDeputy || deputyNamed, "deputyName", "代表委员姓名", "来源是人大代表、政协委员的，应当写明代表委员的姓名。");
        typed.must(byDeputy || !deputyNamed, "source", "信访来源", "写了代表委员姓名的，信访来源应当选“人大代表、政协委员转来”。");
        typed.must(byDeputy || !circumstances.outcomeOwed(), "outcomeOwed", "办理结果反馈代表委员", "只有代表委员转来的事项才须向其反馈，请核对信访来源。");
        typed.must(
                !circumstances.discovered() || channel == Channel.FIELD,
                "discovered",
                "主动发现",
                "只有走访下访中发现、当事人没有提出诉求的，才登记为主动发现。");
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
