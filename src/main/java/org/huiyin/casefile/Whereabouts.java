package org.huiyin.casefile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places, units and years that a letter names. The same wording about another estate, road, school or company, or about
 * another year, is another matter.
 */
record Whereabouts(Map<Kind, Set<String>> names, Set<String> years) {
    /** From the most telling kind of name to the least. */
    enum Kind {
        UNIT("小区|花园|家园|嘉园|公寓|新村|新城|山庄|大厦|广场|商城|市场|幼儿园|学校|小学|中学|大学|学院|医院|(?:有限|有限责任)?公司|集团"
                + "|工厂|酒店|水库|公园|车站|社区|城(?!市|区|管|镇|乡|建)|苑|府|庭(?!院)|湾|郡|村(?!民|委)"),
        ROAD("国道|省道|高速|大道|路|街|巷|桥|线"),
        STREET("街道|镇|乡"),
        DISTRICT("区|县");

        private final Pattern name;

        Kind(String endings) {
            this.name = Pattern.compile("[\\p{IsHan}A-Za-z0-9]{1,12}?(" + endings + ")");
        }
    }

    /** What two letters say of their places. */
    enum Answer {
        SAME,
        OTHER,
        UNKNOWN
    }

    record Comparison(Answer answer, String name) {}

    private static final int READ = 1_500;
    private static final int LONGEST_CORE = 8;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)年");

    /** Characters that end what comes before a name: they do not stand in names, or seldom. */
    private static final Pattern BEFORE_NAMES = Pattern.compile(
            ".*(?:位于|关于|反映|投诉|咨询|建议|请求|希望|附近|旁边|旁|对面|我们|你们|他们|我是|这个|那个|整个|本|该|各|全|的|在|是|于|我|你|他|她|们|和|与|及|到|从|对|就|被|把|向|等|有|住|了|为|请|让|给|去|来|由|至|往|也|都|又|将|因|但|而|或|问|说|个|条|所|家|座|处|号|日|月|年)");

    /** What stands before an ending without naming anything. */
    private static final Pattern NAMELESS = Pattern.compile(
            ".?|.*[政小]|.*(?:住宅|居民|生活|商业|步行|文明|卫生|房地产|物业|开发|幼儿|建设|改造|旧|内|外|周边|进城|新农|国家|中心|什么|其他|这些|附属|相关|有关|人民|地区|城区|市区|社区|校区|园区|厂区|景区|小区)");

    /** The place a name lies in is no part of it. */
    private static final Pattern SURROUNDING = Pattern.compile(".*(?:省|市|区|县|街道|镇|乡|大道|路|社区|小区)(?=..)");

    static Whereabouts of(String title, String place, String content) {
        String text = title + "。" + place + "。" + content.substring(0, Math.min(READ, content.length()));
        Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            names.put(kind, namesIn(text, kind));
        }
        return new Whereabouts(names, yearsIn(title).isEmpty() ? yearsIn(text) : yearsIn(title));
    }

    private static Set<String> yearsIn(String text) {
        Set<String> years = new TreeSet<>();
        Matcher year = YEAR.matcher(text);
        while (year.find()) {
            years.add(year.group(1));
        }
        return years;
    }

    /** Decided by the most telling kind of name that both letters hold. */
    Comparison comparedWith(Whereabouts other) {
        for (Kind kind : Kind.values()) {
            Set<String> mine = names.getOrDefault(kind, Set.of());
            Set<String> theirs = other.names.getOrDefault(kind, Set.of());
            if (!mine.isEmpty() && !theirs.isEmpty()) {
                return shared(mine, theirs)
                        .map(name -> new Comparison(Answer.SAME, name))
                        .orElseGet(() -> new Comparison(
                                Answer.OTHER,
                                mine.iterator().next() + "/" + theirs.iterator().next()));
            }
        }
        return new Comparison(Answer.UNKNOWN, "");
    }

    /** Both name years, and none of them is the same. */
    boolean isOtherYearThan(Whereabouts other) {
        return !years.isEmpty() && !other.years.isEmpty() && years.stream().noneMatch(other.years::contains);
    }

    /** Names with their endings, for looking letters up. */
    List<String> telling() {
        List<String> telling = new ArrayList<>();
        names.forEach((kind, found) -> {
            if (kind == Kind.UNIT || kind == Kind.ROAD) {
                telling.addAll(found);
            }
        });
        return telling;
    }

    private static Optional<String> shared(Set<String> mine, Set<String> theirs) {
        return mine.stream()
                .filter(name -> theirs.stream().anyMatch(there -> there.endsWith(name) || name.endsWith(there)))
                .findFirst();
    }

    private static Set<String> namesIn(String text, Kind kind) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = kind.name.matcher(text);
        while (matcher.find()) {
            String ending = matcher.group(1);
            String before = text.substring(matcher.start(), matcher.end() - ending.length());
            String core = core(before);
            if (!NAMELESS.matcher(core).matches()) {
                found.add(core + (ending.endsWith("公司") ? "公司" : ending));
            }
        }
        return found;
    }

    private static String core(String before) {
        String core = SURROUNDING
                .matcher(BEFORE_NAMES.matcher(before).replaceFirst(""))
                .replaceFirst("");
        return core.length() <= LONGEST_CORE ? core : core.substring(core.length() - LONGEST_CORE);
    }
}
