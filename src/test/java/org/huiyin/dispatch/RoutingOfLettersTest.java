package org.huiyin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.casefile.Letter;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.OrganLevel;
import org.huiyin.organ.Organs;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The organ that is proposed beside the organ that really answered, letter by letter, by the line of business and the level
 * that the public answer names. The letters come without a class of content, and from a city whose organs are not ours: what is
 * compared is what the duty lists make of the words alone. Prints the table; only a fall below what was measured fails.
 */
@HuiyinTest
class RoutingOfLettersTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final int FIRST_FEW = 3;
    private static final int WIDTH_OF_A_SIGNATURE = 150;

    /** Measured, less what another draw of letters may differ by. */
    private static final double FLOOR_OF_WORDS = 0.33;

    private static final double FLOOR_WITH_CLASS = 0.68;

    /** A line of business, how answers call its organs, and how ours are called. */
    private enum Line {
        HOUSING("住房|住建|建设局|房产|房管|公积金|规建", "HousingBureau", "城乡建设"),
        URBAN("城管|城市管理|行政执法", "UrbanManagement", "城乡建设"),
        EDUCATION("教育", "EducationBureau", "教育文体"),
        TRANSPORT("交通运输|交通局|公交|轨道|运管|道路运输", "TransportBureau", "交通运输"),
        LABOUR("人社|人力资源|劳动|社保", "HumanResourcesBureau", "劳动和社会保障"),
        ECOLOGY("环保|环境保护|生态环境", "Ecology", "环境保护"),
        HEALTH("卫计|卫生|卫健", "HealthCommission", "卫生计生"),
        LAND("国土|规划|自然资源|不动产", "NaturalResourcesBureau", "国土资源"),
        CIVIL("民政", "CivilAffairsBureau", "民政"),
        MARKET("工商|市场监督|质监|质量技术|食品药品|物价|商务", "MarketBureau", "商贸旅游"),
        TAX("税务|地税|国税", "TaxBureau", "经济管理"),
        AGRICULTURE("农业|农村|农林", "AgricultureBureau", "农村农业"),
        STREET("街道办|街道|镇人民政府|镇政府|乡人民政府|[^城]镇", "Street|Town", "");

        private final Pattern theirs;
        private final Pattern ours;

        /** What a registrar enters who knows whose matter it is; a street has no class of its own. */
        private final String subject;

        Line(String theirs, String ours, String subject) {
            this.subject = subject;
            this.theirs = Pattern.compile("([A-Z]\\d*市|[A-Z]\\d+[区县]|[市区县])?[^，。：；、\\s（）()“”！？市区县]{0,6}?(" + theirs
                    + ")[^，。：；、\\s]{0,6}?(局|委|厅|办|街道|镇|中心|公司|处|政府)");
            this.ours = Pattern.compile("(" + ours + ")");
        }
    }

    private record Answering(Line line, Optional<OrganLevel> level) {}

    private static final class Tally {
        private int letters;
        private int first;
        private int amongFirst;
        private int none;
        private int level;
        private int levelKnown;
    }

    @Autowired
    Routing routing;

    @Autowired
    Organs organs;

    @Test
    @DisplayName("R6 建议的责任单位与公开答复中实际办理的单位比较")
    void proposalsBesideTheOrgansThatReallyAnswered() throws IOException {
        Path file = Path.of(Optional.ofNullable(System.getProperty("huiyin.replies"))
                .or(() -> Optional.ofNullable(System.getenv("HUIYIN_REPLIES")))
                .orElse("../shared/data/replies-dev.csv"));
        assumeTrue(Files.isReadable(file), "no file of answered letters here");

        List<CSVRecord> letters = read(file);
        Tally wordsAlone = measured("words alone", letters, line -> "");
        Tally withClass = measured("with class", letters, line -> line.subject);

        assertThat(wordsAlone.letters)
                .as("letters whose answer names its organ")
                .isPositive();
        assertThat(share(wordsAlone.first, wordsAlone.letters))
                .as("right at once, from words alone")
                .isGreaterThan(FLOOR_OF_WORDS);
        assertThat(share(withClass.amongFirst, withClass.letters))
                .as("among the first three, with the class of content")
                .isGreaterThan(FLOOR_WITH_CLASS);
    }

    private Tally measured(String how, List<CSVRecord> letters, Function<Line, String> subject) {
        Map<Line, Tally> tallies = new EnumMap<>(Line.class);
        for (CSVRecord row : letters) {
            answering(row.get("reply"))
                    .ifPresent(answering -> count(
                            tallies.computeIfAbsent(answering.line(), line -> new Tally()),
                            answering,
                            propose(row.get("title"), row.get("text"), subject.apply(answering.line()))));
        }
        Tally all = sum(tallies);
        tallies.forEach((line, tally) -> print(how, line.name(), tally));
        print(how, "ALL", all);
        return all;
    }

    private void count(Tally tally, Answering answering, Proposal proposal) {
        List<Candidate> candidates = proposal.candidates();
        tally.letters++;
        tally.none += candidates.isEmpty() ? 1 : 0;
        boolean first = candidates.stream().limit(1).anyMatch(one -> isOf(answering.line(), one));
        tally.first += first ? 1 : 0;
        tally.amongFirst += candidates.stream().limit(FIRST_FEW).anyMatch(one -> isOf(answering.line(), one)) ? 1 : 0;
        if (first && answering.level().isPresent()) {
            tally.levelKnown++;
            OrganLevel proposed = organs.get(candidates.get(0).organ()).level();
            tally.level += proposed == answering.level().get() ? 1 : 0;
        }
    }

    private static boolean isOf(Line line, Candidate candidate) {
        return line.ours.matcher(candidate.organ().value()).find();
    }

    /** Its districts stand for ours, so that a place is a place here too. */
    private Proposal propose(String title, String text, String subject) {
        return routing.propose(
                new Letter(
                        inOurCity(title),
                        inOurCity(text),
                        "",
                        "",
                        Optional.empty(),
                        subject,
                        Optional.empty(),
                        List.of()),
                BUREAU,
                Set.of());
    }

    private static String inOurCity(String text) {
        return text.replaceAll("[A-Z]\\d+[区县]", "滨江区").replaceAll("[A-Z]市", "江城市");
    }

    /** The last organ of a known line that signs, or else the first that is named at the beginning. */
    private static Optional<Answering> answering(String reply) {
        String end = reply.substring(Math.max(0, reply.length() - WIDTH_OF_A_SIGNATURE));
        return named(end, true).or(() -> named(reply, false));
    }

    private static Optional<Answering> named(String text, boolean last) {
        Optional<Answering> found = Optional.empty();
        int at = last ? -1 : Integer.MAX_VALUE;
        for (Line line : Line.values()) {
            Matcher name = line.theirs.matcher(text);
            while (name.find()) {
                if (last ? name.start() >= at : name.start() < at) {
                    at = name.start();
                    found = Optional.of(new Answering(line, level(line, name.group(1))));
                }
            }
        }
        return found;
    }

    private static Optional<OrganLevel> level(Line line, @org.jspecify.annotations.Nullable String before) {
        if (line == Line.STREET) {
            return Optional.of(OrganLevel.STREET);
        }
        return Optional.ofNullable(before).map(word -> word.endsWith("市") ? OrganLevel.CITY : OrganLevel.DISTRICT);
    }

    private static Tally sum(Map<Line, Tally> tallies) {
        Tally all = new Tally();
        tallies.values().forEach(one -> {
            all.letters += one.letters;
            all.first += one.first;
            all.amongFirst += one.amongFirst;
            all.none += one.none;
            all.level += one.level;
            all.levelKnown += one.levelKnown;
        });
        return all;
    }

    private static void print(String how, String line, Tally tally) {
        System.out.printf(
                Locale.ROOT,
                "routing, %s: %-12s letters %4d  first right %5.1f %%  among three %5.1f %%  nothing proposed %5.1f %%  level right %5.1f %%%n",
                how,
                line,
                tally.letters,
                100 * share(tally.first, tally.letters),
                100 * share(tally.amongFirst, tally.letters),
                100 * share(tally.none, tally.letters),
                100 * share(tally.level, tally.levelKnown));
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser csv = CSVParser.parse(text, format)) {
            return csv.getRecords();
        }
    }
}
