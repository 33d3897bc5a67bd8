package org.huiyin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonRole;
import org.huiyin.casefile.Petition;
import org.huiyin.casefile.Proceeding;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.SampleFiles;
import org.huiyin.testkit.WebSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Registration as a registrar does it in Tasklist: short forms, with what is rare behind a tick. */
@BrowserTest
class RegisterTest {
    @LocalServerPort
    int port;

    @Autowired
    CaseFile cases;

    @Test
    @DisplayName("第二十条 七人来访、五名代表，在待办里登记")
    void aVisitOfSevenWithFiveRepresentatives() {
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.receive("来访");
            PetitionId visit = new PetitionId(intake.task("登记来访"));
            assertThat(intake.text()).doesNotContain("其他代表").doesNotContain("代理人姓名");

            intake.write("来访人数", "7");
            intake.seeText("其他代表");
            intake.write("姓名或名称", "白主访");
            intake.write("电话", "13800005001");
            intake.write("其他代表", "白代表一，13800005002，滨江区柳树巷1号\n白代表二\n白代表三\n白代表四\n白代表五");
            intake.write("涉及人数", "300");
            intake.choose("信访目的", "求决");
            intake.write("标题", "小区停水三天");
            intake.write("内容", "小区停水三天，七人来访反映。");
            intake.find("问题属地（区划）", "柳堤", "滨江区柳堤街道");
            intake.find("内容分类", "物业服务", "城乡建设/住房保障与房地产/物业服务");
            intake.mark("登记内容已与来访人当面核对*");
            intake.send();
            intake.seeText("代表不得超过五人（《信访工作条例》第二十条）");

            intake.write("其他代表", "白代表一，13800005002，滨江区柳树巷1号\n白代表二\n白代表三\n白代表四");
            intake.complete();

            intake.seeText("7人（集体访）");
            intake.seeText("300人");
            intake.seeInPanel("主访人", "代表", "滨江区柳堤街道");
            assertThat(intake.panel()).doesNotContain("白代表一");
            Petition petition = cases.get(visit);
            assertThat(petition.isCollectiveVisit()).isTrue();
            assertThat(cases.petitioners(visit)).hasSize(5);
            assertThat(cases.circumstances(visit).territory()).contains(new OrganId("binjiangLiudiStreet"));
            assertThat(cases.letter(visit).subject()).isEqualTo("城乡建设");
        }
    }

    @Test
    @DisplayName("R14 R33 代理人替老人写的信，在待办里登记，带两个重点专题")
    void aLetterFiledByAProxy() {
        try (Tasklist intake = Tasklist.of(port, "intake")) {
            intake.receive("来信");
            PetitionId letter = new PetitionId(intake.task("登记来信"));
            assertThat(intake.text()).doesNotContain("代理人姓名").doesNotContain("信访来源");

            intake.write("姓名或名称", "白老人");
            intake.mark("由他人代为提出");
            intake.seeText("代理人姓名");
            intake.write("代理人姓名", "罗亲");
            intake.choose("代理人与信访人关系", "社区工作者");
            intake.choose("代理人授权方式", "口头委托并记录");
            intake.write("代理人联系地址", "江城市滨江区柳堤街道社区服务站");
            intake.write("标题", "楼道没有扶手");
            intake.write("内容", "老人上下楼没有扶手。");
            intake.mark("补充来源、涉及人数、已经进入的程序、重点专题");
            intake.mark("法院已受理或者已作出裁判");
            intake.mark("已有信访复查意见或者复核意见");
            intake.add("重点专题", "老小旧远");
            intake.add("重点专题", "城市安全");
            intake.complete();

            intake.seeText("社区工作者，口头委托并记录");
            intake.seeText("城市安全、老小旧远");
            assertThat(cases.addressees(letter))
                    .extracting(Person::role)
                    .containsExactly(PersonRole.PRINCIPAL, PersonRole.PROXY);
            assertThat(cases.circumstances(letter).topics()).containsExactly("CITY_SAFETY", "OLD_AND_REMOTE");
            assertThat(cases.circumstances(letter).proceedings()).containsExactly(Proceeding.COURT, Proceeding.REVIEW);
        }
    }

    @Test
    @DisplayName("一信多事：分流员在案卷里分拆，得到一张写有每件编号的凭证")
    void aLetterIsSplitBesideTheDecision() {
        PetitionId letter = Life.ofALetter().id();
        WebSession.of(port, "intake")
                .upload(
                        attachments(letter),
                        SampleFiles.pdf(),
                        "X-File-Name",
                        "station.pdf",
                        "X-Attachment-Kind",
                        "SCAN");
        try (Tasklist dispatch = Tasklist.of(port, "dispatch")) {
            dispatch.list("本组待签收");
            dispatch.task("判定类别与途径", letter.value());
            dispatch.claim();
            dispatch.clickText("分拆事项");
            dispatch.click(By.cssSelector("#huiyin-case [aria-label='分拆出的第1项：附件'] input"));
            dispatch.type(item("分拆出的第1项：标题"), "建议增设公交站");
            dispatch.type(item("分拆出的第1项：内容"), "建议在望江路增设公交站。");
            assertThat(dispatch.barriers("#huiyin-case")).isEmpty();
            dispatch.clickText("确认分拆");

            dispatch.seeText("已分拆，新的编号：");
            String receipt =
                    String.valueOf(dispatch.see(By.partialLinkText("打开登记凭证")).getDomProperty("href"));
            dispatch.driver().get(receipt);
            dispatch.seeText("其中有2件事项分别办理");
            dispatch.seeText(letter.value());
            assertThat(cases.openFamily(letter)).hasSize(2);
            PetitionId station = cases.openFamily(letter).get(1);
            assertThat(WebSession.of(port, "dispatch").get(attachments(station)).body())
                    .contains("station.pdf", "分拆时归入本件");
        }
    }

    private static String attachments(PetitionId petition) {
        return "/camunda/api/huiyin/petitions/" + petition + "/attachments";
    }

    private static By item(String label) {
        return By.cssSelector("#huiyin-case [aria-label='" + label + "']");
    }
}
