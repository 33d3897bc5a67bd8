package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.Channel;
import org.huiyin.testkit.ARegistration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PeopleTest {
    @Test
    void theFirstPetitionerIsThePrincipalAndTheOthersStandBesideHim() {
        Registration letter =
                ARegistration.letter().from("白一").from("白二").from("白三").build();

        assertThat(letter.petitioners())
                .extracting(Person::role)
                .containsExactly(PersonRole.PRINCIPAL, PersonRole.CO_PETITIONER, PersonRole.CO_PETITIONER);
    }

    @Test
    void whoeverIsNamedPrincipalComesFirst() {
        Registration visit = ARegistration.visit()
                .from(person("白一", PersonRole.REPRESENTATIVE))
                .from(person("白二", PersonRole.PRINCIPAL))
                .visitors(2)
                .build();

        assertThat(visit.petitioners()).extracting(Person::name).containsExactly("白二", "白一");
        assertThat(visit.petitioners().get(1).role()).isEqualTo(PersonRole.REPRESENTATIVE);
    }

    @Test
    @DisplayName("第二十条 七人来访推选五名代表：人数七，代表五")
    void sevenVisitorsWithFiveRepresentatives() {
        Registration visit = withRepresentatives(4).visitors(7).build();

        assertThat(visit.visitorCount()).isEqualTo(7);
        assertThat(visit.petitioners()).hasSize(5);
    }

    @Test
    @DisplayName("第二十条 六名代表被退回，说明依据和办法")
    void aSixthRepresentativeIsRefusedWithTheArticleAndTheWayOut() {
        assertThatThrownBy(() -> withRepresentatives(5).visitors(20).build())
                .hasMessageStartingWith("【其他代表】连同主访人共有6名代表")
                .hasMessageContaining("第二十条")
                .hasMessageContaining("其余到场人员登记为共同信访人");
    }

    @Test
    void aVisitHasAtLeastAsManyVisitorsAsAreNamed() {
        assertThatThrownBy(() -> withRepresentatives(4).visitors(3).build())
                .hasMessage("【信访人数】登记了5名信访人，到场人数不能少于5，请核对。");
    }

    @Test
    @DisplayName("R14 代理人来访的，信访人本人可以不到场")
    void aProxyMayComeAlone() {
        Registration visit =
                ARegistration.visit().from("白一").from("白二").from(proxy("罗亲")).build();

        assertThat(visit.visitorCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("R14 代理人不得超过两人")
    void aThirdProxyIsRefused() {
        ARegistration letter =
                ARegistration.letter().from("白一").from(proxy("罗一")).from(proxy("罗二"));
        assertThat(letter.build().petitioners()).hasSize(3);

        assertThatThrownBy(() -> letter.from(proxy("罗三")).build()).hasMessageStartingWith("【代理人】代理人不得超过两人，现有3人");
    }

    @Test
    @DisplayName("R14 有代理人的，必须写明被代理人")
    void aProxyNeedsThePersonHeSpeaksFor() {
        assertThatThrownBy(() -> ARegistration.letter().from(proxy("罗亲")).build())
                .hasMessage("【信访人姓名】由他人代为提出的，应当写明被代理的信访人姓名。");
    }

    @Test
    void relationAndAuthorityBelongToProxiesAlone() {
        assertThatThrownBy(() -> person("白一", PersonRole.PROXY)).hasMessageContaining("【与信访人关系】代理人应当写明");
        assertThatThrownBy(() -> proxy("罗亲").as(PersonRole.CO_PETITIONER)).hasMessageContaining("只有代理人才填写");
    }

    @Test
    @DisplayName("R31 只有单位有企业规模，统一社会信用代码校验18位")
    void onlyOrganisationsHaveASize() {
        Person enterprise = enterprise("91350100M000100Y43", PersonKind.LEGAL_PERSON);
        assertThat(enterprise.enterpriseSize()).contains(EnterpriseSize.MEDIUM_SMALL_MICRO);

        assertThatThrownBy(() -> enterprise("91350100M000100Y44", PersonKind.LEGAL_PERSON))
                .hasMessageContaining("不是有效的统一社会信用代码");
        assertThatThrownBy(() -> enterprise("", PersonKind.CITIZEN)).hasMessageContaining("【企业规模】只有单位才有企业规模");
    }

    @Test
    @DisplayName("R50 代表委员转来的，写明姓名；没有这个来源的，不能有代表委员")
    void aDeputyAndHisSourceBelongTogether() {
        assertThatThrownBy(() -> ARegistration.letter()
                        .from("白一")
                        .from(person("甄代表", PersonRole.DEPUTY))
                        .build())
                .hasMessageContaining("【信访来源】");
    }

    @Test
    @DisplayName("R15 只有走访下访能主动发现")
    void onlyAFieldVisitDiscovers() {
        assertThatThrownBy(() -> registration(Channel.LETTER)).hasMessageContaining("【主动发现】");
        assertThat(registration(Channel.FIELD).circumstances().source()).isEqualTo(Source.OUTREACH);
    }

    @Test
    void theSourceIsAssumedFromTheChannelUnlessSaid() {
        assertThat(Circumstances.of(Channel.MAILBOX).source()).isEqualTo(Source.LEADER_MAILBOX);
        assertThat(Circumstances.of(Channel.LETTER).source()).isEqualTo(Source.DIRECT);
    }

    private static Registration registration(Channel channel) {
        Registration plain = ARegistration.by(channel).build();
        return new Registration(
                channel,
                plain.receivedAt(),
                Optional.empty(),
                List.of(),
                plain.title(),
                plain.content(),
                "",
                "",
                "",
                false,
                true,
                1,
                Optional.empty(),
                Purpose.OTHER,
                Optional.empty(),
                new Circumstances(
                        Source.of(channel),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new ArrayList<>(),
                        true,
                        List.of(),
                        Optional.empty()));
    }

    private static ARegistration withRepresentatives(int others) {
        ARegistration visit = ARegistration.visit().from("白主访");
        for (int i = 1; i <= others; i++) {
            visit.from(person("白代表" + i, PersonRole.REPRESENTATIVE));
        }
        return visit;
    }

    private static Person person(String name, PersonRole role) {
        return Person.citizen(name, "", "", "").as(role);
    }

    private static Person proxy(String name) {
        return Person.proxy(name, "", "", new Agency(ProxyRelation.RELATIVE, ProxyAuthority.WRITTEN));
    }

    private static Person enterprise(String code, PersonKind kind) {
        return new Person(
                "江城市柳树巷商会",
                "",
                code,
                "",
                kind,
                PersonRole.PRINCIPAL,
                Optional.of(EnterpriseSize.MEDIUM_SMALL_MICRO),
                "",
                Optional.empty());
    }
}
