package org.huiyin.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.CleanText;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.jspecify.annotations.Nullable;

/** Makes a row of a proposal, or says field by field what is wrong with it; what it may be at all is {@link TimeLimitRules}. */
final class TimeLimitForm {
    private static final String ANY = "ANY";
    private static final int YEARS_AHEAD = 3;
    private static final int MOST_DAYS = 730;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_WARNING_DAYS = 60;
    private static final int LONGEST_NAME = 100;

    private final TimeLimitProposal given;
    private final List<TimeLimit> rows;
    private final Organs organs;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    private TimeLimitForm(TimeLimitProposal given, List<TimeLimit> rows, Organs organs, LocalDate today) {
        this.given = given;
        this.rows = rows;
        this.organs = organs;
        this.today = today;
    }

    /** The row as it would be written, with no id yet. */
    static TimeLimit read(TimeLimitProposal given, List<TimeLimit> rows, Organs organs, LocalDate today) {
        TimeLimitForm form = new TimeLimitForm(given, rows, organs, today);
        TimeLimit row = form.row(form.national());
        form.refuse();
        new TimeLimitRules(form.national(), rows).require(row);
        return row;
    }

    /** The national row that holds on the first day; everything that is not given is taken from it. */
    private TimeLimit national() {
        ClockKind kind = Arrays.stream(ClockKind.values())
                .filter(known -> known.code().equals(given.kind()))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("kind", "期限种类", "没有这种期限，请填写编号，例如 D6。"));
        LocalDate from = validFrom().orElse(today);
        List<TimeLimit> national = rows.stream()
                .filter(row ->
                        row.kind() == kind && row.isNational() && row.level().equals(level()))
                .sorted(Comparator.comparing(TimeLimit::validFrom).reversed())
                .toList();
        if (national.isEmpty()) {
            throw InvalidInput.of("level", "层级", "这种期限按层级分别规定，请选择适用的层级；其他期限不分层级。");
        }
        return national.stream()
                .filter(row -> !row.validFrom().isAfter(from))
                .findFirst()
                .orElse(national.get(national.size() - 1));
    }

    private TimeLimit row(TimeLimit base) {
        Optional<OrganId> organ = organ();
        return new TimeLimit(
                0,
                base.kind(),
                organ.isPresent() ? Region.NATION : region(),
                organ,
                base.level(),
                validFrom().orElse(today),
                base.name(),
                length(base),
                unit(base),
                base.countedBack(),
                base.startsWith(),
                text("law", "法规或者文件名称", given.law(), base.law()),
                text("article", "条款", given.article(), base.article()),
                basis(base),
                base.petitionerWindow(),
                base.holdArticle(),
                base.extension(),
                warning(base.warning()));
    }

    private String level() {
        return Optional.ofNullable(given.level())
                .filter(text -> !text.isBlank())
                .orElse(ANY);
    }

    private Optional<LocalDate> validFrom() {
        try {
            LocalDate day = LocalDate.parse(
                    given.validFrom() == null ? "" : given.validFrom().strip());
            if (!day.isAfter(today.plusYears(YEARS_AHEAD)) && day.getYear() >= 1949) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException notDate) {
            // said below
        }
        wrong("validFrom", "生效日期", "应为“年-月-日”，例如 2027-01-01，最迟三年之内。");
        return Optional.empty();
    }

    private Region region() {
        Optional<Region> typed = Region.find(given.region());
        if (typed.isEmpty()) {
            wrong("region", "地区", Region.WRONG);
            return Region.NATION;
        }
        Region region = typed.get();
        if (organs.all().stream()
                .noneMatch(organ -> new Region(organ.region()).widening().contains(region))) {
            wrong("region", "地区", "本市没有机关在" + region + "，请核对行政区划代码。");
        }
        return region;
    }

    private Optional<OrganId> organ() {
        Optional<String> id = Optional.ofNullable(given.organ()).filter(text -> !text.isBlank());
        Optional<Organ> organ =
                id.filter(OrganId::isId).map(OrganId::new).flatMap(organs::find).filter(Organ::valid);
        if (id.isPresent() && organ.isEmpty()) {
            wrong("organ", "适用机关", "没有这个机关，请从列表中选择。");
        }
        return organ.map(Organ::id);
    }

    private Optional<Integer> length(TimeLimit base) {
        if (base.unit() == Unit.DATE) {
            if (given.length() != null) {
                wrong("length", "日数", "这种期限由文书指定日期，不能规定日数。");
            }
            return Optional.empty();
        }
        int length = given.length() == null ? base.count() : given.length();
        int most = base.unit() == Unit.CLOCK ? MOST_MINUTES : MOST_DAYS;
        if (length < 1 || length > most) {
            wrong("length", base.unit() == Unit.CLOCK ? "分钟数" : "日数", "应为1至" + most + "之间的整数。");
        }
        return Optional.of(length);
    }

    private Unit unit(TimeLimit base) {
        Unit unit = choice("unit", "单位", given.unit(), Unit.values(), base.unit());
        boolean days = unit == Unit.CALENDAR_DAY || unit == Unit.WORKING_DAY;
        if (unit != base.unit() && !(days && base.unit() != Unit.DATE && base.unit() != Unit.CLOCK)) {
            wrong("unit", "单位", "只能在自然日和工作日之间改变。");
        }
        if (base.countedBack() && unit != Unit.CALENDAR_DAY) {
            wrong("unit", "单位", "倒算的期限只按自然日计。");
        }
        return unit;
    }

    private Basis basis(TimeLimit base) {
        return choice("basis", "依据性质", given.basis(), Basis.values(), base.basis());
    }

    private <E extends Enum<E>> E choice(String field, String label, @Nullable String word, E[] all, E standard) {
        if (word == null || word.isBlank()) {
            return standard;
        }
        Optional<E> found =
                Arrays.stream(all).filter(one -> one.name().equals(word)).findFirst();
        if (found.isEmpty()) {
            wrong(field, label, "不在可选的范围内。");
        }
        return found.orElse(standard);
    }

    private String text(String field, String label, @Nullable String typed, String standard) {
        String clean = CleanText.of(typed == null ? "" : typed);
        if (clean.length() > LONGEST_NAME || clean.contains("\n")) {
            wrong(field, label, "最多" + LONGEST_NAME + "个字，不分行。");
        }
        return clean.isEmpty() ? standard : clean;
    }

    private Warning warning(Warning base) {
        int yellow = within("yellowPercent", "黄灯比例", given.yellowPercent(), base.yellowPercent(), 100);
        int red = within("redPercent", "红灯比例", given.redPercent(), base.redPercent(), 100);
        int yellowDays = within(
                "yellowWorkingDays", "黄灯提前工作日", given.yellowWorkingDays(), base.yellowWorkingDays(), MOST_WARNING_DAYS);
        int redDays =
                within("redWorkingDays", "红灯提前工作日", given.redWorkingDays(), base.redWorkingDays(), MOST_WARNING_DAYS);
        if (red > yellow) {
            wrong("redPercent", "红灯比例", "不能大于黄灯比例" + yellow + "%：先黄后红。");
        }
        if (redDays > yellowDays) {
            wrong("redWorkingDays", "红灯提前工作日", "不能多于黄灯提前的" + yellowDays + "个工作日：先黄后红。");
        }
        return new Warning(yellow, yellowDays, redDays, red);
    }

    private int within(String field, String label, @Nullable Integer number, int standard, int most) {
        int value = number == null ? standard : number;
        if (value < 0 || value > most) {
            wrong(field, label, "应为0至" + most + "之间的整数。");
        }
        return value;
    }

    private void wrong(String field, String label, String message) {
        if (errors.stream().noneMatch(error -> error.field().equals(field))) {
            errors.add(new FieldError(field, label, message));
        }
    }

    private void refuse() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
