package org.huiyin.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class OrganFileTest {
    private static final String SMALL = """
            # 一个最小的县
            [机构]
            编号,名称,文号字头,类别,级别,行政区划代码,块上级,复查机关,系统外复查机关,第一责任人,可受理
            county,某县人民政府,某政,政府,市,990200,,,某市人民政府,mayor,否
            road,某县公路局,某路,工作部门,市,990200,county,county,,roadHead,是
            [人员]
            编号,姓名,机构,职务,角色
            mayor,甲一,county,县长,领导、复查员
            roadHead,乙二,road,局长,负责人、领导
            roadClerk,丙三,road,科员,登记员、分流员、承办人
            [职责]
            机构,内容分类,事项
            road,交通运输,"公路养护,路政"
            """;

    @Test
    void aFileBecomesATree() {
        OrganTree tree = tree(SMALL);

        assertThat(tree.path(new OrganId("road"))).isEqualTo("county/road/");
        assertThat(tree.officer(new OfficerId("roadHead")).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.SIGN, Role.LEAD);
        assertThat(tree.duties(new OrganId("road"))).containsExactly(new Duty(new OrganId("road"), "交通运输", "公路养护,路政"));
    }

    @Test
    void theDemoCityKeepsItsOwnRules() {
        assertThatCode(() -> tree(demo())).doesNotThrowAnyException();
    }

    @Test
    void whatASpreadsheetAddsDoesNotMatter() {
        String fromSpreadsheet = "\uFEFF" + SMALL.replace("[机构]", "[机构],,,").replace("\n", ",,\r\n");

        assertThat(tree(fromSpreadsheet).organs()).hasSize(2);
    }

    @ParameterizedTest(name = "{3}")
    @DisplayName("机构文件有误时，指出行号、列名和改法")
    @CsvSource(delimiter = '|', textBlock = """
            某路,工作部门,市   | 某路,工作部們,市  | 第5行【类别】    | “工作部們”不在可填范围内：政府、信访部门
            某路,工作部门,市   | 某路,工作部门,省  | 第5行【级别】    | 可填范围内：市、区县、街镇
            990200,county,county | 9902,county,county | 第5行【行政区划代码】 | 6 位数字
            county,county,,roadHead | nowhere,county,,roadHead | 第5行【块上级】 | 没有编号为“nowhere”的机构
            county,county,,roadHead | road,county,,roadHead | 第5行【块上级】 | 不能是本机构自己
            county,county,,roadHead | county,road,,roadHead | 第5行【复查机关】 | 不能是本机构自己
            county,county,,roadHead | county,,,roadHead | 第5行【复查机关】 | 须写明复查机关
            roadHead,是        | roadHead,对         | 第5行【可受理】  | “是”或“否”
            ,roadHead,是       | ,nobody,是          | 第5行【第一责任人】 | 没有编号为“nobody”的人员
            某路,工作部门,市   | 某政,工作部门,市  | 第5行【文号字头】 | 与另一机构相同
            局长,负责人、领导 | 局长,领导          | 第5行【可受理】  | 承办人以外的负责人
            登记员、分流员、承办人 | 登记员、抄写员 | 第10行【角色】   | “抄写员”不在可填范围内
            县长,领导、复查员 | 县长,领导          | 第5行【复查机关】 | 没有复查员
            roadClerk,丙三     | mayor,丙三          | 第10行【编号】   | 重复
            roadClerk,丙三     | system,丙三         | 第10行【编号】   | 不能是 system
            丙三,road          | 丙三,               | 第10行【机构】   | 不能为空
            编号,姓名          | 编号,名字           | 第7行【姓名】    | 缺少这一列
            [人员]             | [人手]              | 第6行            | “[人手]”不是部分名称
            """)
    void anErrorNamesLineColumnAndWayOut(String right, String wrong, String place, String message) {
        assertThat(SMALL).contains(right);

        assertThatThrownBy(() -> tree(SMALL.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .isInstanceOf(InvalidOrganFile.class)
                .hasMessageContaining(place)
                .hasMessageContaining(message)
                .hasMessageContaining("未作任何更改");
    }

    @Test
    void superiorsInACircleAreRefused() {
        assertThatThrownBy(() -> tree(SMALL.replace("990200,,,某市", "990200,road,,某市")))
                .hasMessageContaining("上下级关系成环");
    }

    @Test
    @DisplayName("第二十四条 机构撤并：须写明由谁承接")
    void aDissolvedOrganNamesItsSuccessor() {
        String head = "编号,名称,文号字头,类别,级别,行政区划代码,块上级,复查机关,系统外复查机关,第一责任人,可受理";
        String dissolved = SMALL.replace(head, head + ",有效,承接机关") + "[机构]\n" + head + ",有效,承接机关\n"
                + "path,某县小路局,某小,工作部门,市,990200,county,county,,roadHead,是,否,";

        assertThatThrownBy(() -> tree(dissolved)).hasMessageContaining("【承接机关】机构已失效");
        OrganTree tree = tree(dissolved + "road");
        assertThat(tree.today(tree.organ(new OrganId("path")).orElseThrow()).id())
                .isEqualTo(new OrganId("road"));
        assertThat(tree.organs(Organ::receives)).extracting(Organ::id).containsExactly(new OrganId("road"));
    }

    private static String demo() throws IOException {
        return new ClassPathResource("demo/organs.csv").getContentAsString(StandardCharsets.UTF_8);
    }

    private static OrganTree tree(String text) {
        OrganFileProblems problems = new OrganFileProblems();
        OrganRows rows = new OrganRows(OrganFile.parse(text, problems), problems);
        problems.refuseIfAny("organs.csv");
        OrganTree tree = rows.over(OrganTree.empty());
        OrganRules.check(tree, rows, problems);
        problems.refuseIfAny("organs.csv");
        return tree;
    }
}
