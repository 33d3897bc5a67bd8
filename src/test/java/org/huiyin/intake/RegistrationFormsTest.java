package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huiyin.testkit.Typed.with;

import java.util.List;
import java.util.Map;
import org.huiyin.casefile.Agency;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Circumstances;
import org.huiyin.casefile.EnterpriseSize;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonKind;
import org.huiyin.casefile.PersonRole;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.Proceeding;
import org.huiyin.casefile.ProxyAuthority;
import org.huiyin.casefile.ProxyRelation;
import org.huiyin.casefile.Source;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.notice.Papers;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the forms of the channels take in, and what they refuse. */
@HuiyinTest
class RegistrationFormsTest {
    private static final String FOUR = """
            白代表一，13800002001，滨江区柳树巷1号
            白代表二，13800002002
            白代表三
            白代表四""";

    @Autowired
    CaseFile cases;

    @Autowired
    Papers papers;

    @Autowired
    Petitions petitions;

    @Autowired
    Records records;

    @Test
    @DisplayName("第二十条 七人来访、五名代表、三百人涉及：三个数分开")
    void sevenVisitorsFiveRepresentativesAndThreeHundredAffectedAreThreeFacts() {
        PetitionId visit = visit("visitorCount", 7, "representatives", FOUR, "affectedCount", 300);

        Petition petition = cases.get(visit);
        assertThat(petition.visitorCount()).isEqualTo(7);
        assertThat(petition.isCollectiveVisit()).isTrue();
        assertThat(cases.circumstances(visit).affectedCount()).contains(300);
        assertThat(cases.petitioners(visit))
                .extracting(Person::role)
                .containsExactly(
                        PersonRole.PRINCIPAL,
                        PersonRole.REPRESENTATIVE,
                        PersonRole.REPRESENTATIVE,
                        PersonRole.REPRESENTATIVE,
                        PersonRole.REPRESENTATIVE);
        assertThat(receipt(visit)).contains("白鹭洲、白代表一、白代表二、白代表三、白代表四等7人：");
    }

    @Test
    @DisplayName("第二十条 六名代表被退回，什么也不写入")
    void sixRepresentativesAreRefusedAndNothingIsWritten() {
        PetitionId visit = Desk.as("intake").receive(Channel.VISIT);
        Map<String, Long> before = records.rows();

        assertThatThrownBy(() -> Desk.as("intake")
                        .complete(
                                visit,
                                "registerVisit",
                                with(Typed.visit(), "visitorCount", 20, "representatives", FOUR + "\n白代表五")))
                .hasMessageContaining("【其他代表】连同主访人共有6名代表")
                .hasMessageContaining("第二十条");
        assertThat(records.rows()).isEqualTo(before);
    }

    @Test
    void aWrongLineIsNamedInTheFieldItStandsIn() {
        PetitionId visit = Desk.as("intake").receive(Channel.VISIT);

        assertThatThrownBy(() -> Desk.as("intake")
                        .complete(
                                visit,
                                "registerVisit",
                                with(Typed.visit(), "visitorCount", 3, "representatives", "白一，12\n白二，98")))
                .hasMessageContaining("【其他代表】第1行的联系电话")
                .hasMessageContaining("【其他代表】第2行的联系电话");
    }

    @Test
    void whatTheFormHidesIsNotTaken() {
        PetitionId visit = visit("visitorCount", 1, "representatives", FOUR, "proxyName", "罗亲");

        assertThat(cases.petitioners(visit)).hasSize(1);
        assertThat(cases.addressees(visit)).hasSize(1);
    }

    @Test
    @DisplayName("R14 代理人与被代理人分开登记，关系与授权分开，文书写明两人")
    void aProxyIsRegisteredWithRelationAndAuthorityAndIsAddressedToo() {
        PetitionId letter = letter(
                "filedByProxy", true,
                "proxyName", "罗亲",
                "proxyPhone", "13800003001",
                "proxyRelation", "COMMUNITY_WORKER",
                "proxyAuthority", "ORAL");

        assertThat(cases.addressees(letter))
                .extracting(Person::name, Person::role, Person::agency)
                .contains(tuple(
                        "罗亲",
                        PersonRole.PROXY,
                        java.util.Optional.of(new Agency(ProxyRelation.COMMUNITY_WORKER, ProxyAuthority.ORAL))));
        assertThat(cases.petitioners(letter)).extracting(Person::name).containsExactly(Typed.NAME);
        assertThat(receipt(letter)).contains(Typed.NAME + "，代理人罗亲：");
    }

    @Test
    @DisplayName("R14 第二名代理人的错误写在他自己的栏目里")
    void theSecondProxysMistakeStandsAtHisOwnField() {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);

        assertThatThrownBy(() -> Desk.as("intake")
                        .complete(
                                letter,
                                "registerLetter",
                                with(
                                        Typed.letter(),
                                        "filedByProxy",
                                        true,
                                        "proxyName",
                                        "罗亲",
                                        "proxyRelation",
                                        "RELATIVE",
                                        "proxyAuthority",
                                        "WRITTEN",
                                        "secondProxy",
                                        true,
                                        "secondProxyName",
                                        "罗友",
                                        "secondProxyPhone",
                                        "999999",
                                        "secondProxyRelation",
                                        "VOLUNTEER",
                                        "secondProxyAuthority",
                                        "WRITTEN")))
                .hasMessageStartingWith("【第二名代理人电话】");
    }

    @Test
    @DisplayName("R31 企业信访：统一社会信用代码和规模")
    void anEnterpriseIsRegisteredWithItsCodeAndSize() {
        PetitionId letter = letter(
                "petitionerKind", "LEGAL_PERSON",
                "petitionerName", "江城市柳树巷商贸有限公司",
                "creditCode", "91350100M000100Y43",
                "enterpriseSize", "MEDIUM_SMALL_MICRO");

        Person enterprise = cases.petitioners(letter).get(0);
        assertThat(enterprise.kind()).isEqualTo(PersonKind.LEGAL_PERSON);
        assertThat(enterprise.idNumber()).isEqualTo("91350100M000100Y43");
        assertThat(enterprise.enterpriseSize()).contains(EnterpriseSize.MEDIUM_SMALL_MICRO);
    }

    @Test
    @DisplayName("R31 校验位不对的代码被退回，写在代码那一栏")
    void aWrongCreditCodeIsRefusedAtItsField() {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);

        assertThatThrownBy(() -> Desk.as("intake")
                        .complete(
                                letter,
                                "registerLetter",
                                with(
                                        Typed.letter(),
                                        "petitionerKind",
                                        "LEGAL_PERSON",
                                        "creditCode",
                                        "91350100M000100Y44")))
                .hasMessageStartingWith("【统一社会信用代码】");
    }

    @Test
    @DisplayName("第四十八条 外国人：国籍和护照号")
    void aForeignerIsRegisteredWithNationality() {
        PetitionId letter = letter("petitionerKind", "FOREIGNER", "idNumber", "P1234567", "nationality", "新西兰");

        assertThat(cases.petitioners(letter).get(0).nationality()).isEqualTo("新西兰");
    }

    @Test
    @DisplayName("R50 代表委员转来：姓名另存，办理结果须反馈")
    void aDeputyIsTheSourceAndIsOwedTheOutcome() {
        PetitionId letter = letter(
                "moreFacts", true, "source", "DEPUTY", "deputyName", "甄为民", "outcomeOwed", true, "sourceRef", "建议第12号");

        Circumstances known = cases.circumstances(letter);
        assertThat(known.source()).isEqualTo(Source.DEPUTY);
        assertThat(known.outcomeOwed()).isTrue();
        assertThat(cases.addressees(letter)).extracting(Person::name).doesNotContain("甄为民");
        assertThat(receipt(letter)).doesNotContain("甄为民");
    }

    @Test
    @DisplayName("R33 一件事项可以有几个重点专题；问题属地的区划与住址分开")
    void topicsTerritoryAndClassAreChosenFromTheirLists() {
        PetitionId letter = letter(
                "moreFacts", true,
                "topics", List.of("BUSINESS_CLIMATE", "CITY_SAFETY"),
                "territory", "nanduShabuTown",
                "place", "河埠头",
                "subject", "130000");

        Circumstances known = cases.circumstances(letter);
        assertThat(known.topics()).containsExactly("BUSINESS_CLIMATE", "CITY_SAFETY");
        assertThat(known.territory()).contains(new OrganId("nanduShabuTown"));
        assertThat(known.contentClass()).contains("130000");
        assertThat(cases.letter(letter).subject())
                .as("by which duty lists say who is competent")
                .isEqualTo("环境保护");
    }

    @Test
    @DisplayName("第三十一条 已经进入的程序逐项记明，没有勾选的没有")
    void whatHasBegunElsewhereIsTicked() {
        PetitionId letter = letter("moreFacts", true, "proceedings", List.of("REVIEW", "COURT"));
        PetitionId none = letter();
        PetitionId hidden = letter("moreFacts", false, "proceedings", List.of("COURT"));

        assertThat(cases.circumstances(letter).proceedings()).containsExactly(Proceeding.COURT, Proceeding.REVIEW);
        assertThat(cases.letter(letter).proceedings()).containsExactly(Proceeding.COURT, Proceeding.REVIEW);
        assertThat(cases.circumstances(none).proceedings()).isEmpty();
        assertThat(cases.circumstances(hidden).proceedings()).isEmpty();
        PetitionId draft = Desk.as("intake").receive(Channel.LETTER);
        assertThatThrownBy(() -> Desk.as("intake")
                        .complete(
                                draft,
                                "registerLetter",
                                with(Typed.letter(), "moreFacts", true, "proceedings", List.of("TRIAL"))))
                .hasMessageStartingWith("【已经进入的程序】没有这个选项");
    }

    @Test
    void aPlaceOrTopicOutsideOfTheListsIsRefused() {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);

        assertThatThrownBy(() -> Desk.as("intake")
                        .complete(letter, "registerLetter", with(Typed.letter(), "territory", "atlantis")))
                .hasMessageStartingWith("【问题属地（区划）】没有这个区划");
        assertThatThrownBy(() -> Desk.as("intake")
                        .complete(
                                letter,
                                "registerLetter",
                                with(Typed.letter(), "moreFacts", true, "topics", List.of("NOTHING"))))
                .hasMessageStartingWith("【重点专题】没有“NOTHING”这个专题");
    }

    @Test
    @DisplayName("联名来信：六十人署名，录入写清的人")
    void aJointLetterCountsItsSignatories() {
        PetitionId letter = letter("jointlySigned", true, "signatoryCount", 60, "coPetitioners", "白二\n白三");

        assertThat(cases.get(letter).isJoint()).isTrue();
        assertThat(cases.get(letter).isCollectiveVisit()).isFalse();
        assertThat(receipt(letter)).contains("白鹭洲、白二、白三等60人：");
    }

    private PetitionId visit(Object... more) {
        PetitionId visit = Desk.as("intake").receive(Channel.VISIT);
        Desk.as("intake").complete(visit, "registerVisit", with(Typed.visit(), more));
        return visit;
    }

    private PetitionId letter(Object... more) {
        PetitionId letter = Desk.as("intake").receive(Channel.LETTER);
        Desk.as("intake").complete(letter, "registerLetter", with(Typed.letter(), more));
        return letter;
    }

    private String receipt(PetitionId id) {
        return petitions.inOneTransaction(() -> papers.registrationReceipt(id));
    }
}
