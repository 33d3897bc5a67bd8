package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.testkit.Refused.assertRefused;

import java.util.Optional;
import java.util.Set;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Records;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class LinksTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OfficerId READER = new OfficerId("dispatch");
    private static final OrganId STREET = new OrganId("binjiangLiudiStreet");
    private static final OfficerId INTAKE = new OfficerId("intake");
    private static final Sight BUREAUS = new Sight(Set.of(BUREAU), Set.of(BUREAU), Set.of(), READER);

    @Autowired
    Links links;

    @Autowired
    CaseFile cases;

    @Autowired
    Records records;

    @Autowired
    EngineGateway engine;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("关联记明何人、何时、何故和当时的分数、依据，两件案卷都有记录，哪一件都不合并、不办结")
    void aLinkSaysWhoWhenWhyAndWhatWasShown() {
        PetitionId earlier = letter("濮阳晴", "13700050001");
        PetitionId later = letter("濮阳晴", "13700050001");

        Link link = link(later, earlier, LinkKind.REPEAT);

        assertThat(link.linkedBy()).isEqualTo(INTAKE);
        assertThat(link.score()).isGreaterThan(90);
        assertThat(link.grounds()).contains("同一电话");
        assertThat(links.of(earlier, BUREAUS)).extracting(Link::id).containsExactly(link.id());
        for (PetitionId one : new PetitionId[] {earlier, later}) {
            JournalEntry entry = records.entry(one, JournalKind.LINKED);
            assertThat(entry.facts())
                    .containsEntry("petition", link.other(one).value())
                    .containsEntry("linkKind", "REPEAT");
            assertThat(entry.typed()).contains("同一人就同一事项再次来信");
            assertThat(cases.get(one).isOpen()).isTrue();
        }
    }

    @Test
    @DisplayName("S17 本机构初次、全市初次、共同、集体、越级分开，撤销关联后恢复")
    void repeatJointCollectiveAndSkipLevelAreToldApart() {
        PetitionId earlier = letter("澹台静", "13700050002");
        PetitionId later = letter("澹台静", "13700050002");
        assertThat(links.toldApart(later)).isEqualTo(new ToldApart(true, true, false, false, false));

        Link repeat = link(later, earlier, LinkKind.REPEAT);
        assertThat(links.toldApart(later)).isEqualTo(new ToldApart(false, false, false, false, false));
        assertThat(links.toldApart(earlier)).isEqualTo(new ToldApart(true, true, false, false, false));

        engine.as(INTAKE, () -> links.withdraw(later, repeat.id(), "核对后不是同一人", INTAKE));
        assertThat(links.toldApart(later)).isEqualTo(new ToldApart(true, true, false, false, false));

        PetitionId visit = visit(6);
        engine.as(INTAKE, () -> cases.entrust(visit, STREET, Optional.empty()));
        link(visit, earlier, LinkKind.JOINT);
        assertThat(links.toldApart(visit)).isEqualTo(new ToldApart(true, true, true, true, true));
        assertThat(links.toldApart(earlier).joint()).isTrue();
    }

    @Test
    void aWithdrawnLinkStaysOnRecordAndTheMattersMayBeLinkedAnew() {
        PetitionId earlier = letter("钟离雪", "13700050003");
        PetitionId later = letter("钟离雪", "13700050003");
        Link wrong = link(later, earlier, LinkKind.JOINT);

        assertRefused(() -> link(later, earlier, LinkKind.REPEAT), "earlier", "已关联为“共同信访”");
        assertRefused(() -> link(earlier, later, LinkKind.JOINT), "earlier", "已关联为“共同信访”");
        assertRefused(() -> engine.as(INTAKE, () -> links.withdraw(later, wrong.id(), " ", INTAKE)), "reason", "必须填写");
        engine.as(INTAKE, () -> links.withdraw(later, wrong.id(), "是同一人", INTAKE));
        assertRefused(() -> engine.as(INTAKE, () -> links.withdraw(later, wrong.id(), "再撤一次", INTAKE)), "link", "已经撤销");
        link(later, earlier, LinkKind.REPEAT);

        assertThat(links.of(later, BUREAUS)).extracting(Link::isInForce).containsExactly(true, false);
        assertThat(links.of(later, BUREAUS).get(1).withdrawal().orElseThrow().because())
                .isEqualTo("是同一人");
        assertThat(records.entry(earlier, JournalKind.LINK_WITHDRAWN).typed()).contains("是同一人");
        assertThatThrownBy(() -> jdbc.sql("delete from casefile.link where id = :id")
                        .param("id", wrong.id())
                        .update())
                .hasMessageContaining("delete refused");
    }

    @Test
    void whatCannotBeLinkedIsRefusedWithTheWayOut() {
        PetitionId earlier = letter("司寇年", "13700050004");
        PetitionId later = letter("司寇年", "13700050004");
        PetitionId sealed = letter("司寇年", "13700050004");
        engine.as(INTAKE, () -> cases.classify(sealed, PetitionClass.ACCUSATION, Optional.empty(), "检举"));
        PetitionId draft = engine.as(INTAKE, () -> cases.open(Channel.LETTER, BUREAU, INTAKE));

        assertRefused(() -> link(later, later, LinkKind.REPEAT), "earlier", "自身");
        assertRefused(() -> link(later, draft, LinkKind.REPEAT), "earlier", "登记完成");
        assertRefused(() -> link(later, sealed, LinkKind.REPEAT), "earlier", "没有这个编号");
        Sight inCircle = new Sight(Set.of(BUREAU), Set.of(BUREAU), Set.of(BUREAU), READER);
        assertRefused(
                () -> engine.as(INTAKE, () -> links.link(later, sealed, LinkKind.REPEAT, "同一事", INTAKE, inCircle)),
                "earlier",
                "单列");
        Sight elsewhere = new Sight(Set.of(STREET), Set.of(STREET), Set.of(), READER);
        assertRefused(
                () -> engine.as(INTAKE, () -> links.link(later, earlier, LinkKind.REPEAT, "同一事", INTAKE, elsewhere)),
                "earlier",
                "没有这个编号");
    }

    private Link link(PetitionId later, PetitionId earlier, LinkKind kind) {
        return engine.as(INTAKE, () -> links.link(later, earlier, kind, "同一人就同一事项再次来信", INTAKE, BUREAUS));
    }

    private PetitionId letter(String name, String phone) {
        return registered(
                Channel.LETTER,
                ARegistration.letter()
                        .title("雁栖巷路面塌陷")
                        .content("雁栖巷路面塌陷，车辆无法通行，请求修复。")
                        .from(Person.citizen(name, phone, "", "")));
    }

    private PetitionId visit(int visitors) {
        return registered(
                Channel.VISIT, ARegistration.visit().visitors(visitors).from("来访人"));
    }

    private PetitionId registered(Channel channel, ARegistration registration) {
        return engine.as(INTAKE, () -> {
            PetitionId id = cases.open(channel, BUREAU, INTAKE);
            cases.register(id, registration.build());
            return id;
        });
    }
}
