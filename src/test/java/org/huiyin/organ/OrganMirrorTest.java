package org.huiyin.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.identity.Group;
import org.huiyin.engine.HuiyinMode;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's users, groups and grants follow our tables. Whatever a test changes is rolled back. */
@HuiyinTest
class OrganMirrorTest {
    private static final String NEW_STREET = """
            [机构]
            编号,名称,文号字头,类别,级别,行政区划代码,块上级,复查机关,第一责任人,可受理
            binjiangNewTown,滨江区新设镇人民政府,滨新,街道乡镇,街镇,990101,binjiangGovernment,binjiangGovernment,newHead,是
            [人员]
            编号,姓名,机构,职务,角色
            newHead,甲乙,binjiangNewTown,镇长,负责人
            newClerk,丙丁,binjiangNewTown,科员,承办人
            """;

    @Autowired
    OrganMirror mirror;

    @Autowired
    OrganLoader loader;

    @Autowired
    OrganTable table;

    @Autowired
    Organs organs;

    @Autowired
    Rights rights;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void backToWhatIsStored() {
        identity.clearAuthentication();
        organs.reload();
    }

    @Test
    void everyOfficerLogsInAndBelongsToHisGroups() {
        assertThat(identity.checkPassword("handler", HuiyinMode.DEMO_PASSWORD)).isTrue();
        assertThat(groupsOf("handler"))
                .containsExactlyInAnyOrder(
                        "intake",
                        "dispatch",
                        "handle",
                        "binjiangHousingBureau.intake",
                        "binjiangHousingBureau.dispatch",
                        "binjiangHousingBureau.handle");
        assertThat(groupsOf("admin")).contains("camunda-admin");
        assertThat(identity.createGroupQuery()
                        .groupId("binjiangHousingBureau.handle")
                        .singleResult()
                        .getName())
                .isEqualTo("滨江区住房和城乡建设局承办人");
        assertThat(identity.createUserQuery().count())
                .isGreaterThanOrEqualTo(organs.tree().officers().size());
    }

    @Test
    void aSecondMirrorWritesNothing() {
        List<Map<String, Object>> before = everyRow();

        mirror.run(() -> "Another-Password-9");

        assertThat(everyRow()).isEqualTo(before);
    }

    @Test
    void whatWasAddedByHandIsTakenBack() {
        transaction.executeWithoutResult(rollback -> {
            rollback.setRollbackOnly();
            identity.createMembership("handler", "binjiangHousingBureau.sign");
            identity.createMembership("handler", "camunda-admin");
            identity.deleteMembership("handler", "handle");

            mirror.run(OrganProcess::unknownPassword);

            assertThat(groupsOf("handler"))
                    .contains("handle")
                    .doesNotContain("binjiangHousingBureau.sign", "camunda-admin");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    @DisplayName("管理员载入机构文件：增改有据，重复载入不变")
    void anOrganFileIsAddedToTheTreeAndMirrored(String charset) {
        byte[] file = NEW_STREET.getBytes(Charset.forName(charset));
        transaction.executeWithoutResult(rollback -> {
            rollback.setRollbackOnly();
            long version = table.version();

            assertThat(loader.load("city.csv", file)).isTrue();
            assertThat(loader.load("city.csv", file)).isFalse();
            mirror.run(OrganProcess::unknownPassword);

            assertThat(table.version()).isEqualTo(version + 1);
            assertThat(organs.isWithin(new OrganId("binjiangNewTown"), new OrganId("binjiangGovernment")))
                    .isTrue();
            assertThat(organs.get(new OrganId("binjiangHousingBureau")).shortName())
                    .isEqualTo("滨建");
            assertThat(groupsOf("newClerk")).containsExactlyInAnyOrder("handle", "binjiangNewTown.handle");
            assertThat(identity.checkPassword("newClerk", HuiyinMode.DEMO_PASSWORD))
                    .isFalse();
        });
    }

    @Test
    void anOfficerWhoLeftKeepsHisNameAndLosesHisGroups() {
        String left = """
                [人员]
                编号,姓名,机构,职务,角色,有效
                binjiangHousingHandlerTwo,蓝旧名,binjiangHousingBureau,科员,承办人,否
                """;
        transaction.executeWithoutResult(rollback -> {
            rollback.setRollbackOnly();

            loader.load("left.csv", left.getBytes(StandardCharsets.UTF_8));
            mirror.run(OrganProcess::unknownPassword);

            assertThat(groupsOf("binjiangHousingHandlerTwo")).isEmpty();
            assertThat(organs.officers(new OrganId("binjiangHousingBureau"), Role.HANDLE))
                    .extracting(officer -> officer.id().value())
                    .containsExactly("handler");
        });
    }

    @Test
    void aWrongFileChangesNothing() {
        long version = table.version();
        byte[] wrong = NEW_STREET.replace(",newHead,是", ",ghost,是").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> loader.load("city.csv", wrong))
                .isInstanceOf(InvalidOrganFile.class)
                .hasMessageContaining("city.csv")
                .hasMessageContaining("第3行【第一责任人】");
        assertThat(table.version()).isEqualTo(version);
    }

    @Test
    @DisplayName("第三十条 检举控告流程只有专办员可见")
    void onlyTheSealedCircleReadsTheAccusationModel() {
        assertThat(readableModels("sealed")).contains("accusationTransfer");
        assertThat(readableModels("discipline")).contains("accusationTransfer");
        for (String other : List.of("supervise", "leader", "dispatch", "head", "reviewer", "analyst", "operator")) {
            assertThat(readableModels(other))
                    .as(other)
                    .contains("petitionLifecycle")
                    .doesNotContain("accusationTransfer");
        }
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(PROCESS_DEFINITION)
                        .resourceId("*")
                        .list())
                .extracting(grant -> grant.getGroupId())
                .containsOnly("camunda-admin");
    }

    @ParameterizedTest(name = "{0}: Tasklist {1}, Cockpit {2}, start {3}, read instances {4}")
    @CsvSource({
        "intake,    true,  false, true,  false",
        "dispatch,  true,  false, false, false",
        "handler,   true,  false, true,  false",
        "head,      true,  true,  false, false",
        "reviewer,  true,  false, false, false",
        "sealed,    true,  false, false, false",
        "supervise, true,  true,  false, true",
        "leader,    true,  true,  false, true",
        "binjiangSupervise, true, true, false, false",
        "analyst,   false, true,  false, false",
        "operator,  false, true,  false, true",
        "admin,     true,  true,  true,  true"
    })
    void eachRoleHasItsDoors(String user, boolean tasklist, boolean cockpit, boolean starts, boolean reads) {
        assertThat(may(user, Permissions.ACCESS, APPLICATION, "tasklist")).isEqualTo(tasklist);
        assertThat(may(user, Permissions.ACCESS, APPLICATION, "cockpit")).isEqualTo(cockpit);
        assertThat(may(user, CREATE_INSTANCE, PROCESS_DEFINITION, "petitionLifecycle"))
                .isEqualTo(starts);
        assertThat(may(user, READ_INSTANCE, PROCESS_DEFINITION, "petitionHandling"))
                .isEqualTo(reads);
        assertThat(may(user, Permissions.ACCESS, APPLICATION, "admin")).isEqualTo(user.equals("admin"));
        assertThat(may(user, CREATE_INSTANCE, PROCESS_DEFINITION, "petitionHandling"))
                .isEqualTo(user.equals("admin"));
        assertThat(may(user, READ, PROCESS_DEFINITION, "petitionHandling")).isTrue();
        assertThat(may(user, READ_TASK, PROCESS_DEFINITION, "accusationTransfer"))
                .isEqualTo(user.equals("admin"));
    }

    @Test
    void grantsDoNotGrowWithTheNumberOfOrgans() {
        List<String> holders = jdbc.sql("""
                        select distinct group_id_ from public.act_ru_authorization
                        where group_id_ is not null and resource_type_ in (0, 6, 8, 10, 13)""").query(String.class).list();
        assertThat(holders)
                .as(
                        "of all organs only those that watch over the whole city are named; the rest hold rights by their role")
                .filteredOn(group -> group.contains("."))
                .containsExactlyInAnyOrder(
                        "cityGovernment.lead",
                        "cityGovernment.supervise",
                        "cityPetitionBureau.lead",
                        "cityPetitionBureau.supervise");
    }

    @Test
    void aWeakFirstAdministratorRefusesTheStart() {
        assertThatThrownBy(() -> mirror.firstAdministrator(new AdministratorAccount("root", "weak")))
                .isInstanceOf(NoAdministrator.class)
                .hasMessageContaining("首位管理员")
                .hasMessageContaining("at least 10 characters");
        assertThat(identity.createUserQuery().userId("root").count()).isZero();
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndLeftAlone() {
        transaction.executeWithoutResult(rollback -> {
            rollback.setRollbackOnly();
            mirror.firstAdministrator(new AdministratorAccount("root", "Correct-Horse-7"));
            mirror.firstAdministrator(new AdministratorAccount("root", "Battery-Staple-8"));
            mirror.run(OrganProcess::unknownPassword);

            assertThat(groupsOf("root")).containsExactly("camunda-admin");
            assertThat(rights.mayAnywhere(new OfficerId("root"), Right.PROPOSE_RULES))
                    .isTrue();
            assertThat(rights.mayAnywhere(new OfficerId("root"), Right.VIEW_CASE))
                    .isFalse();
            assertThat(identity.checkPassword("root", "Correct-Horse-7")).isTrue();
        });
    }

    @Test
    void theLastAdministratorIsNotTakenAway() {
        String demoted = """
                [人员]
                编号,姓名,机构,职务,角色
                admin,某管理员,cityPetitionBureau,信息科科长,运维员
                """;
        transaction.executeWithoutResult(rollback -> {
            rollback.setRollbackOnly();

            loader.load("demoted.csv", demoted.getBytes(StandardCharsets.UTF_8));
            mirror.run(OrganProcess::unknownPassword);

            assertThat(groupsOf("admin")).contains("operator", "camunda-admin").doesNotContain("admin");
        });
    }

    @Test
    void withoutAnyAdministratorTheSettingsAreDemanded() {
        transaction.executeWithoutResult(rollback -> {
            rollback.setRollbackOnly();
            mirror.firstAdministrator(new AdministratorAccount("", ""));
            identity.deleteMembership("admin", "camunda-admin");

            assertThatThrownBy(() -> mirror.firstAdministrator(new AdministratorAccount("", "")))
                    .isInstanceOf(NoAdministrator.class)
                    .hasMessageContaining("HUIYIN_ADMIN_ID");
        });
    }

    private List<Map<String, Object>> everyRow() {
        return jdbc.sql("""
                        select 'user' as what, id_ as id, rev_ as rev, pwd_ as value from public.act_id_user
                        union all select 'group', id_, rev_, name_ from public.act_id_group
                        union all select 'member', user_id_, 0, group_id_ from public.act_id_membership
                        union all select 'grant', id_, rev_, coalesce(group_id_, user_id_) || resource_id_ || perms_
                            from public.act_ru_authorization where resource_type_ <> 7
                        order by 1, 2, 4""").query().listOfRows();
    }

    private List<String> readableModels(String user) {
        identity.setAuthentication(user, groupsOf(user));
        try {
            return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                    .map(definition -> definition.getKey())
                    .toList();
        } finally {
            identity.clearAuthentication();
        }
    }

    private boolean may(String user, Permission permission, Resource resource, String id) {
        return authorizations.isUserAuthorized(user, groupsOf(user), permission, resource, id);
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }
}
