package org.huiyin.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.organ.Right.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every role: what it may, and by the same table everything else it may not. */
@HuiyinTest
class RightsTest {
    private static final Map<Role, Set<Right>> EXPECTED = Map.ofEntries(
            Map.entry(
                    Role.INTAKE,
                    Set.of(
                            FLAG_URGENT,
                            REGISTER,
                            IMPORT,
                            VIEW_CASE,
                            UNMASK,
                            ATTACH,
                            VIEW_JOURNAL,
                            NEW_QUERY_CODE,
                            FIND_SAME,
                            LINK,
                            NAME_ACCUSED)),
            Map.entry(
                    Role.DISPATCH,
                    Set.of(
                            FLAG_URGENT,
                            VIEW_CASE,
                            UNMASK,
                            ATTACH,
                            VIEW_JOURNAL,
                            FIND_SAME,
                            LINK,
                            ASK_HELP,
                            NAME_ACCUSED,
                            EXPORT_LEDGER)),
            Map.entry(
                    Role.HANDLE,
                    Set.of(
                            FLAG_URGENT,
                            VIEW_CASE,
                            UNMASK,
                            ATTACH,
                            VIEW_JOURNAL,
                            NEW_QUERY_CODE,
                            FIND_SAME,
                            LINK,
                            ASK_HELP,
                            ASK_UPWARD,
                            NAME_ACCUSED)),
            Map.entry(
                    Role.SIGN,
                    Set.of(
                            FLAG_URGENT,
                            WITHDRAW_URGENT,
                            VIEW_CASE,
                            UNMASK,
                            VIEW_JOURNAL,
                            REASSIGN,
                            KEEP_ABSENCES,
                            ASK_UPWARD,
                            EXPORT_LEDGER)),
            Map.entry(
                    Role.LEAD,
                    Set.of(
                            FLAG_URGENT,
                            WITHDRAW_URGENT,
                            VIEW_CASE,
                            VIEW_JOURNAL,
                            VIEW_BOARD,
                            REMIND,
                            SUPERVISE,
                            REASSIGN,
                            KEEP_ABSENCES,
                            ALLOW_UPWARD,
                            EXPORT_LEDGER)),
            Map.entry(
                    Role.SUPERVISE,
                    Set.of(
                            FLAG_URGENT,
                            WITHDRAW_URGENT,
                            VIEW_CASE,
                            UNMASK,
                            VIEW_JOURNAL,
                            VIEW_BOARD,
                            REMIND,
                            SUPERVISE,
                            ALLOW_UPWARD,
                            EXPORT_LEDGER)),
            Map.entry(Role.REVIEWER, Set.of(VIEW_CASE, UNMASK, ATTACH, VIEW_JOURNAL)),
            Map.entry(
                    Role.SEALED,
                    Set.of(
                            FLAG_URGENT,
                            WITHDRAW_URGENT,
                            VIEW_SEALED,
                            UNMASK,
                            ATTACH,
                            FIND_SAME,
                            LINK,
                            NAME_ACCUSED,
                            EXPORT_LEDGER)),
            Map.entry(Role.ANALYST, Set.of(VIEW_BOARD, PROPOSE_RULES, APPROVE_RULES)),
            Map.entry(Role.OPERATOR, Set.of(MANAGE_SYSTEM)),
            Map.entry(
                    Role.ADMIN,
                    Set.of(MANAGE_SYSTEM, KEEP_ABSENCES, KEEP_RELATIONS, MANAGE_TOPICS, PROPOSE_RULES, APPROVE_RULES)));

    @Autowired
    Rights rights;

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleHasItsRightsAndNoOther(Role role) {
        Set<Right> granted = EnumSet.noneOf(Right.class);
        Grant.MATRIX.stream().filter(grant -> grant.role() == role).forEach(grant -> granted.add(grant.right()));

        assertThat(granted).isEqualTo(EXPECTED.get(role));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "intake,     REGISTER,    cityPetitionBureau,     true",
        "intake,     REGISTER,    binjiangHousingBureau,  false",
        "dispatch,   REGISTER,    cityPetitionBureau,     false",
        "intake,     FIND_SAME,   nanduHousingBureau,     true",
        "intake,     LINK,        nanduHousingBureau,     false",
        "dispatch,   LINK,        cityPetitionBureau,     true",
        "handler,    FIND_SAME,   binjiangHousingBureau,  true",
        "handler,    FIND_SAME,   binjiangUrbanManagement,false",
        "binjiangIntake, FIND_SAME, binjiangHousingBureau, true",
        "binjiangIntake, FIND_SAME, cityPetitionBureau,   false",
        "supervise,  LINK,        cityPetitionBureau,     false",
        "supervise,  EXPORT_LEDGER, binjiangHousingBureau,true",
        "handler,    EXPORT_LEDGER, binjiangUrbanManagement,false",
        "intake,     EXPORT_LEDGER, cityPetitionBureau,   false",
        "admin,      EXPORT_LEDGER, cityPetitionBureau,   false",
        "leader,     FIND_SAME,   cityPetitionBureau,     false",
        "handler,    VIEW_CASE,   binjiangHousingBureau,  true",
        "handler,    VIEW_CASE,   binjiangUrbanManagement,false",
        "handler,    VIEW_CASE,   cityHousingBureau,      false",
        "handler,    VIEW_BOARD,  binjiangHousingBureau,  false",
        "head,       VIEW_BOARD,  binjiangHousingBureau,  true",
        "head,       VIEW_BOARD,  binjiangUrbanManagement,false",
        "head,       REGISTER,    binjiangHousingBureau,  false",
        "leader,     VIEW_BOARD,  nanduEcologyBranch,     true",
        "leader,     UNMASK,      nanduEcologyBranch,     false",
        "intake,     ATTACH,      cityPetitionBureau,     true",
        "intake,     ATTACH,      binjiangHousingBureau,  false",
        "handler,    ATTACH,      binjiangHousingBureau,  true",
        "handler,    ATTACH,      cityPetitionBureau,     false",
        "reviewer,   ATTACH,      binjiangHousingBureau,  true",
        "reviewer,   ATTACH,      nanduHousingBureau,     false",
        "sealed,     ATTACH,      cityPetitionBureau,     true",
        "head,       ATTACH,      binjiangHousingBureau,  false",
        "leader,     ATTACH,      nanduEcologyBranch,     false",
        "supervise,  ATTACH,      binjiangHousingBureau,  false",
        "supervise,  VIEW_CASE,   binjiangHousingBureau,  true",
        "supervise,  VIEW_SEALED, cityPetitionBureau,     false",
        "petitionSupervise, SUPERVISE, qingpingHousingBureau, true",
        "binjiangSupervise, VIEW_CASE, binjiangHousingBureau, true",
        "binjiangSupervise, VIEW_CASE, nanduHousingBureau,    false",
        "binjiangSupervise, VIEW_CASE, cityHousingBureau,     false",
        "reviewer,   VIEW_CASE,   binjiangHousingBureau,  true",
        "reviewer,   VIEW_CASE,   binjiangTaxBureau,      false",
        "reviewer,   VIEW_CASE,   nanduHousingBureau,     false",
        "cityTaxReviewer, VIEW_CASE, binjiangTaxBureau,   true",
        "cityReviewer, VIEW_CASE, cityHousingBureau,      true",
        "cityReviewer, VIEW_CASE, binjiangHousingBureau,  false",
        "sealed,     VIEW_SEALED, cityPetitionBureau,     true",
        "sealed,     VIEW_SEALED, cityDiscipline,         false",
        "sealed,     VIEW_CASE,   cityPetitionBureau,     false",
        "discipline, VIEW_SEALED, cityDiscipline,         true",
        "discipline, VIEW_SEALED, cityPetitionBureau,     false",
        "analyst,    VIEW_BOARD,  nanduHousingBureau,     true",
        "analyst,    VIEW_CASE,   cityPetitionBureau,     false",
        "operator,   VIEW_CASE,   cityPetitionBureau,     false",
        "admin,      PROPOSE_RULES, cityGovernment,       true",
        "admin,      APPROVE_RULES, cityGovernment,       true",
        "analyst,    PROPOSE_RULES, cityGovernment,       true",
        "analyst,    APPROVE_RULES, cityGovernment,       true",
        "admin,      MANAGE_TOPICS, cityGovernment,       true",
        "intake,     MANAGE_TOPICS, cityPetitionBureau,   false",
        "analyst,    MANAGE_TOPICS, cityGovernment,       false",
        "operator,   PROPOSE_RULES, cityGovernment,       false",
        "operator,   APPROVE_RULES, cityGovernment,       false",
        "leader,     APPROVE_RULES, cityGovernment,       false",
        "handler,    PROPOSE_RULES, binjiangHousingBureau,false",
        "admin,      VIEW_CASE,   cityPetitionBureau,     false",
        "admin,      VIEW_SEALED, cityPetitionBureau,     false",
        "handler,    ASK_HELP,    binjiangHousingBureau,  true",
        "handler,    ASK_HELP,    binjiangUrbanManagement,false",
        "head,       ASK_HELP,    binjiangHousingBureau,  false",
        "handler,    ASK_UPWARD,  binjiangHousingBureau,  true",
        "handler,    ASK_UPWARD,  nanduHousingBureau,     false",
        "dispatch,   ASK_UPWARD,  binjiangHousingBureau,  false",
        "binjiangLeader, ASK_UPWARD, binjiangHousingBureau, false",
        "leader,     ALLOW_UPWARD, binjiangHousingBureau, true",
        "binjiangLeader, ALLOW_UPWARD, binjiangHousingBureau, true",
        "binjiangLeader, ALLOW_UPWARD, nanduHousingBureau, false",
        "binjiangSupervise, ALLOW_UPWARD, binjiangLiudiStreet, true",
        "cityHousingHead, ALLOW_UPWARD, binjiangHousingBureau, true",
        "cityHousingHead, ALLOW_UPWARD, cityHousingBureau, false",
        "head,       ALLOW_UPWARD, binjiangHousingBureau, false",
        "handler,    ALLOW_UPWARD, binjiangHousingBureau, false",
        "handler,    FLAG_URGENT, binjiangHousingBureau,  true",
        "handler,    FLAG_URGENT, cityPetitionBureau,     false",
        "binjiangSupervise, REMIND, binjiangHousingBureau, true",
        "binjiangSupervise, REMIND, nanduHousingBureau, false",
        "handler,    REMIND, binjiangHousingBureau, false",
        "handler,    WITHDRAW_URGENT, binjiangHousingBureau, false",
        "intake,     WITHDRAW_URGENT, cityPetitionBureau, false",
        "head,       WITHDRAW_URGENT, binjiangHousingBureau, true",
        "head,       WITHDRAW_URGENT, cityPetitionBureau, false",
        "binjiangLeader, WITHDRAW_URGENT, binjiangHousingBureau, true",
        "binjiangLeader, WITHDRAW_URGENT, nanduHousingBureau, false",
        "reviewer,   FLAG_URGENT, binjiangHousingBureau,  false",
        "analyst,    FLAG_URGENT, binjiangHousingBureau,  false",
        "system,     VIEW_CASE,   cityPetitionBureau,     false",
        "nobody,     VIEW_CASE,   cityPetitionBureau,     false"
    })
    void aRightReachesAsFarAsItsScope(String who, Right right, String organ, boolean may) {
        assertThat(rights.may(new OfficerId(who), right, new OrganId(organ))).isEqualTo(may);
    }

    @Test
    @DisplayName("首办责任：登记机关能继续查看已转出的事项")
    void oneOfTheOrgansOfAPetitionIsEnough() {
        OfficerId dispatch = new OfficerId("dispatch");
        OrganId registeredBy = new OrganId("cityPetitionBureau");
        OrganId handledBy = new OrganId("binjiangHousingBureau");

        assertThat(rights.may(dispatch, VIEW_CASE, registeredBy, handledBy)).isTrue();
        assertThat(rights.may(dispatch, VIEW_CASE, handledBy)).isFalse();
        assertThat(rights.may(dispatch, VIEW_CASE)).isFalse();
    }

    @Test
    @DisplayName("R29 区只看本区，市看全市")
    void aDistrictSeesItsOwnAndTheCitySeesAll() {
        Set<OrganId> district = rights.reach(new OfficerId("binjiangSupervise"), VIEW_BOARD);
        Set<OrganId> city = rights.reach(new OfficerId("supervise"), VIEW_BOARD);

        assertThat(district).contains(new OrganId("binjiangLiudiStreet")).doesNotContain(new OrganId("cityGovernment"));
        assertThat(city).containsAll(district).contains(new OrganId("nanduWangduTown"));
        assertThat(rights.mayAnywhere(new OfficerId("handler"), VIEW_BOARD)).isFalse();
    }
}
