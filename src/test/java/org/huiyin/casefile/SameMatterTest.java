package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Rights;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class SameMatterTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OfficerId READER = new OfficerId("dispatch");
    private static final OfficerId INTAKE = new OfficerId("intake");
    private static final String TITLE = "鹿鸣新城旁建搅拌站粉尘噪音扰民";
    private static final String TEXT = "我们是鹿鸣新城小区的业主，小区东侧新建混凝土搅拌站，粉尘和噪音日夜不停，请求责令搬迁。";

    @Autowired
    SameMatter sameMatter;

    @Autowired
    CaseFile cases;

    @Autowired
    Rights rights;

    @Autowired
    EngineGateway engine;

    @Test
    @DisplayName("同一人、同一事项：证件号码、电话、姓名加住址、文字和地点逐条写明理由")
    void theSamePersonOnTheSameMatterComesFirstWithEveryReason() {
        PetitionId first = registered(letter(TITLE, TEXT).from(person("闻人朗", "13700010001", "江城市滨江区鹿鸣路1号")));
        PetitionId other = registered(letter(TITLE, TEXT).from(person("宿千帆", "13700010002", "江城市滨江区鹿鸣路2号")));

        List<Candidate> found = candidates(
                typed("闻人朗", "137 0001 0001", "江城市滨江区鹿鸣路1号", "投诉鹿鸣新城附近搅拌站粉尘噪音", "鹿鸣新城小区边上的混凝土搅拌站粉尘大、噪音大，业主无法生活。"));

        assertThat(found).extracting(Candidate::petition).startsWith(first).contains(other);
        Candidate best = found.get(0);
        assertThat(best.samePerson()).isTrue();
        assertThat(best.reasons()).contains("同一电话", "姓名和住址相同", "地点一致：鹿鸣新城");
        assertThat(best.reasons()).anyMatch(reason -> reason.matches("文字相似 0\\.\\d\\d"));
        assertThat(best.score()).isGreaterThan(score(found, other));
    }

    @Test
    void theSameTextIsFoundWhateverItsMarksAndAMentionedNumberIsBelieved() {
        PetitionId first = registered(letter("停水", "鹿回头巷十三号楼停水三天，请求恢复供水。").from("杭一苇"));

        assertThat(reasons(candidates(typed("", "", "", "停水了", "鹿回头巷十三号楼，停水三天！请求恢复供水")), first))
                .contains("文字完全相同");
        assertThat(reasons(candidates(typed("", "", "", "追问", "我反映的" + first + "号一直没有答复。")), first))
                .contains("来件提到该信访编号");
    }

    @Test
    @DisplayName("同样的话说的是另一个小区：不是同一事项；同一人的仍列出并写明地点不同")
    void theSameWordingAboutAnotherPlaceIsAnotherMatter() {
        PetitionId there = registered(
                letter("鹤汀家园小区底层餐馆油烟扰民", "鹤汀家园小区一楼餐馆油烟直排，夜里扰民。").from(person("元小满", "13700020001", "江城市滨江区鹤汀路1号")));

        String title = "鹭洲花园小区底层餐馆油烟扰民";
        String text = "鹭洲花园小区一楼餐馆油烟直排，夜里扰民。";
        assertThat(candidates(typed("", "", "", title, text)))
                .extracting(Candidate::petition)
                .doesNotContain(there);
        List<Candidate> samePerson = candidates(typed("元小满", "13700020001", "", title, text));
        assertThat(reasons(samePerson, there)).anyMatch(reason -> reason.startsWith("地点不同"));
        assertThat(score(samePerson, there)).isLessThan(40);
    }

    @Test
    @DisplayName("第三十条 检举控告件只对专办人员列出；要求保密的只对有权看到信访人的人员列出")
    void sealedAndConfidentialMattersAreFoundByTheirCircleOnly() {
        String text = "鸥渡码头管理处收费不开票据，群众意见很大。";
        PetitionId sealed = registered(letter("鸥渡码头收费", text).from(person("关山月", "13700030001", "")));
        engine.as(INTAKE, () -> cases.classify(sealed, PetitionClass.ACCUSATION, Optional.empty(), "检举"));
        PetitionId secret = registered(letter("鸥渡码头收费", text).confidential().from(person("关山月", "13700030001", "")));
        Probe probe = typed("", "13700030001", "", "鸥渡码头收费", text);

        assertThat(found(probe, "intake")).contains(secret).doesNotContain(sealed);
        assertThat(found(probe, "sealed")).contains(sealed);
        assertThat(found(probe, "binjiangIntake")).doesNotContain(sealed, secret);
        assertThat(found(probe, "admin")).isEmpty();
        assertThat(sameMatter.candidates(probe, new Sight(Set.of(BUREAU), Set.of(), Set.of(), READER)))
                .extracting(Candidate::petition)
                .doesNotContain(sealed, secret);
    }

    @Test
    @DisplayName("第三十条 要求保密的人，只有登记人和承办人能按电话、住址找到；别人只能按文字找到，也看不出是谁")
    void whoAskedForSecrecyIsFoundByHisTelephoneByThoseAloneWhomTheFileNames() {
        PetitionId secret = registered(
                letter("鹈鹕湾码头噪声", "鹈鹕湾码头夜间装卸噪声很大，无法入睡。").confidential().from(person("慕容清", "13700030077", "")));
        Probe byPhone = typed("", "13700030077", "", "", "");
        Probe byText = typed("慕容清", "13700030077", "", "鹈鹕湾码头噪声", "鹈鹕湾码头夜间装卸噪声很大，无法入睡。");

        assertThat(found(byPhone, "intake")).as("who took it in").contains(secret);
        for (String colleague : List.of("intakeTwo", "dispatch", "dispatchTwo")) {
            assertThat(found(byPhone, colleague)).as(colleague).doesNotContain(secret);
            assertThat(reasons(sameMatter.candidates(byText, sight(colleague)), secret))
                    .as(colleague)
                    .isNotEmpty()
                    .noneMatch(reason -> reason.contains("电话") || reason.contains("姓名"));
        }
    }

    @Test
    @DisplayName("第三十条 从要求保密的案卷出发，也不替别人按信访人查找")
    void theFileOfWhoAskedForSecrecyDoesNotTellWhoElseHeIs() {
        PetitionId known = registered(letter("鹈鹕湾路灯不亮", "鹈鹕湾东路路灯坏了十盏。").from(person("慕容远", "13700030078", "")));
        PetitionId secret =
                registered(letter("采砂船越界", "采砂船越界作业，破坏河道。").confidential().from(person("慕容远", "13700030078", "")));

        assertThat(sameMatter.candidates(secret, sight("intake")))
                .extracting(Candidate::petition)
                .contains(known);
        assertThat(sameMatter.candidates(secret, sight("dispatchTwo")))
                .extracting(Candidate::petition)
                .doesNotContain(known);
        assertThat(sameMatter.compared(secret, known).reasons()).noneMatch(reason -> reason.contains("电话"));
    }

    @Test
    void atMostTenAreShownAndThePetitionItselfIsNot() {
        PetitionId last = null;
        for (int i = 0; i < 13; i++) {
            last = registered(letter("鹳雀大厦电梯停运", "鹳雀大厦二号电梯停运半年，老人上下不便。")
                    .from(person("第" + i + "户", "1370004%04d".formatted(i), "")));
        }

        List<Candidate> found = sameMatter.candidates(last, sight("intake"));

        assertThat(found).hasSize(10).extracting(Candidate::petition).doesNotContain(last);
        assertThat(found).extracting(Candidate::score).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void aBatchIsFoundBehindItsRegistration() {
        PetitionId imported = engine.as(
                INTAKE,
                () -> cases.registerAll(
                                List.of(letter("鸳湖公园石栏断裂", "鸳湖公园东岸石栏断裂，游人有落水危险。")
                                        .build()),
                                BUREAU,
                                INTAKE)
                        .get(0)
                        .petition());

        assertThat(found(typed("", "", "", "鸳湖公园石栏断裂", "鸳湖公园东岸石栏断裂，很危险。"), "intake"))
                .contains(imported);
    }

    @Test
    void wrongNumbersAndEmptyFieldsFindNothingAndAreNoError() {
        assertThat(candidates(typed("", "电话不详", "", "", ""))).isEmpty();
    }

    private List<PetitionId> found(Probe probe, String officer) {
        return sameMatter.candidates(probe, sight(officer)).stream()
                .map(Candidate::petition)
                .toList();
    }

    private List<Candidate> candidates(Probe probe) {
        return sameMatter.candidates(probe, sight("intake"));
    }

    private Sight sight(String officer) {
        return Sight.of(rights, new OfficerId(officer));
    }

    private static List<String> reasons(List<Candidate> found, PetitionId of) {
        return one(found, of).reasons();
    }

    private static int score(List<Candidate> found, PetitionId of) {
        return one(found, of).score();
    }

    private static Candidate one(List<Candidate> found, PetitionId of) {
        return found.stream()
                .filter(candidate -> candidate.petition().equals(of))
                .findFirst()
                .orElseThrow(() -> new AssertionError(of + " is not among " + found));
    }

    private static Probe typed(String name, String phone, String address, String title, String content) {
        return new Probe(
                Optional.empty(),
                List.of(new Probe.Who(name, phone, "", address)),
                title,
                content,
                "",
                "",
                Optional.empty());
    }

    private static Person person(String name, String phone, String address) {
        return Person.citizen(name, phone, "", address);
    }

    private static ARegistration letter(String title, String content) {
        return ARegistration.letter().title(title).content(content);
    }

    private PetitionId registered(ARegistration letter) {
        return asIntake(() -> {
            PetitionId id = cases.open(Channel.LETTER, BUREAU, INTAKE);
            cases.register(id, letter.build());
            return id;
        });
    }

    private <T> T asIntake(Supplier<T> work) {
        return engine.as(INTAKE, work);
    }
}
