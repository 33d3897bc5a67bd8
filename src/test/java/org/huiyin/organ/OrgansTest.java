package org.huiyin.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class OrgansTest {
    private static final OrganId CITY = new OrganId("cityGovernment");
    private static final OrganId BINJIANG = new OrganId("binjiangGovernment");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OrganId CITY_HOUSING = new OrganId("cityHousingBureau");

    @Autowired
    Organs organs;

    @Test
    void theDemoCityHasThreeDistrictsTwelveStreetsAndAFewDozenOrgans() {
        assertThat(organs.ofKind(OrganKind.GOVERNMENT)).hasSize(4);
        assertThat(organs.ofKind(OrganKind.STREET)).hasSize(12);
        assertThat(organs.ofKind(OrganKind.DEPARTMENT)).hasSizeBetween(20, 25);
        assertThat(organs.get(HOUSING).shortName()).isEqualTo("滨建");
    }

    @Test
    @DisplayName("R25 第一责任人：每个机构都有一名在岗的第一责任人")
    void everyOrganHasSomebodyWhoAnswersForIt() {
        assertThat(organs.all())
                .allSatisfy(organ ->
                        assertThat(organs.firstResponsible(organ.id()).valid()).isTrue());
    }

    @Test
    @DisplayName("两人规则：可受理的机构有承办人，并有承办人以外的负责人")
    void everyReceivingOrganHasAHandlerAndAnotherPersonWhoSigns() {
        assertThat(organs.receivers()).hasSizeGreaterThan(30).allSatisfy(organ -> {
            List<Officer> handlers = organs.officers(organ.id(), Role.HANDLE);
            List<Officer> heads = organs.officers(organ.id(), Role.SIGN);
            assertThat(handlers)
                    .anyMatch(
                            officer -> officer.is(Role.INTAKE) && officer.is(Role.DISPATCH) && officer.is(Role.HANDLE));
            assertThat(heads).anyMatch(officer -> officer.is(Role.LEAD) && !handlers.contains(officer));
        });
    }

    @Test
    @DisplayName("第三十五条 复查：可受理的机构都有复查机关和复查员，且不是本机关")
    void everyReceivingOrganHasAReviewerAboveIt() {
        assertThat(organs.receivers()).allSatisfy(organ -> {
            Organ reviewer = organs.reviewerOf(organ.id()).orElseThrow();
            assertThat(reviewer.id()).isNotEqualTo(organ.id());
            assertThat(organs.officers(reviewer.id(), Role.REVIEWER)).isNotEmpty();
        });
    }

    @Test
    @DisplayName("复查阶梯：街镇、区局到区政府，市局、区政府到市政府，垂直管理到上级业务机关")
    void theLadderFollowsTerritoryExceptForVerticallyManagedOrgans() {
        assertThat(reviewer("binjiangLiudiStreet")).isEqualTo("binjiangGovernment");
        assertThat(reviewer("binjiangHousingBureau")).isEqualTo("binjiangGovernment");
        assertThat(reviewer("binjiangGovernment")).isEqualTo("cityGovernment");
        assertThat(reviewer("cityHousingBureau")).isEqualTo("cityGovernment");
        assertThat(reviewer("binjiangTaxBureau")).isEqualTo("cityTaxBureau");
        assertThat(organs.reviewerOf(CITY)).isEmpty();
        assertThat(organs.reviewerName(CITY)).contains("省人民政府");
    }

    @Test
    void withinFollowsTerritoryAndNeverTheLineOfBusiness() {
        assertThat(organs.isWithin(HOUSING, HOUSING)).isTrue();
        assertThat(organs.isWithin(HOUSING, BINJIANG)).isTrue();
        assertThat(organs.isWithin(HOUSING, CITY)).isTrue();
        assertThat(organs.isWithin(HOUSING, CITY_HOUSING)).isFalse();
        assertThat(organs.isWithin(BINJIANG, HOUSING)).isFalse();
        assertThat(organs.isWithin(HOUSING, new OrganId("nanduGovernment"))).isFalse();
        assertThat(organs.isWithin(new OrganId("nowhere"), CITY)).isFalse();
        assertThat(organs.isWithin(HOUSING, new OrganId("nowhere"))).isFalse();
    }

    @Test
    void anOrganIsFoundByItsFullNameOnly() {
        assertThat(organs.byName(" 滨江区住房和城乡建设局 ")).map(Organ::id).contains(HOUSING);
        assertThat(organs.byName("住房和城乡建设局")).isEmpty();
    }

    @Test
    @DisplayName("R6 工作重心下移：同类事项先列最低一级有权处理机关")
    void theLowestCompetentLevelComesFirst() {
        List<Organ> competent = organs.competentFor("城乡建设");

        assertThat(competent).extracting(Organ::level).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(competent).extracting(Organ::id).contains(HOUSING, CITY_HOUSING);
        assertThat(organs.duties(HOUSING)).extracting(Duty::subject).containsExactly("城乡建设");
    }

    @Test
    void officersWorkInTheirOwnOrganAndRoleOnly() {
        OfficerId handler = new OfficerId("handler");

        assertThat(organs.mayWork(handler, HOUSING, Role.HANDLE)).isTrue();
        assertThat(organs.mayWork(handler, HOUSING, Role.SIGN)).isFalse();
        assertThat(organs.mayWork(handler, CITY_HOUSING, Role.HANDLE)).isFalse();
        assertThat(organs.mayWork(new OfficerId("nobody"), HOUSING, Role.HANDLE))
                .isFalse();
        assertThat(organs.mayWork(OfficerId.SYSTEM, HOUSING, Role.HANDLE)).isFalse();
        assertThat(organs.organOf(handler)).map(Organ::id).contains(HOUSING);
    }

    @Test
    void petitionBureausAreKnown() {
        assertThat(organs.isPetitionBureau(new OrganId("cityPetitionBureau"))).isTrue();
        assertThat(organs.isPetitionBureau(HOUSING)).isFalse();
    }

    @Test
    void whatDoesNotExistIsSaidSo() {
        assertThatThrownBy(() -> organs.get(new OrganId("nowhere"))).hasMessageContaining("nowhere");
        assertThat(organs.find(new OrganId("nowhere"))).isEmpty();
    }

    private String reviewer(String organ) {
        return organs.reviewerOf(new OrganId(organ)).orElseThrow().id().value();
    }
}
