package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.casefile.Whereabouts.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTest {
    @ParameterizedTest(name = "{0} / {1}: {2}")
    @DisplayName("同样的话说的是另一个小区、道路、学校、企业、街道、区，就是另一件事")
    @CsvSource({
        "望江花园小区楼下餐馆油烟扰民, 柳岸家园小区楼下餐馆油烟扰民, OTHER",
        "我们是望江花园的业主，楼下餐馆油烟扰民, 滨江区望江花园楼下餐馆油烟扰民, SAME",
        "江城市滨江区望江路路灯不亮, 投诉望江路路灯不亮, SAME",
        "望江路路灯不亮, 柳荫路路灯不亮, OTHER",
        "育英小学门口堵车, 启明小学门口堵车, OTHER",
        "反映江城远航机械有限公司拖欠工资, 江城远航机械公司欠薪, SAME",
        "反映远航机械有限公司拖欠工资, 反映丰泽食品有限公司拖欠工资, OTHER",
        "柳岸街道垃圾不及时清运, 青石街道垃圾不及时清运, OTHER",
        "滨江区公交车少, 南渡区公交车少, OTHER",
        "望江路望江花园小区停车难, 柳荫路望江花园小区停车难, SAME",
        "公积金贷款怎么办理, 咨询公积金贷款, UNKNOWN",
        "居民小区停车难, 生活小区停车难, UNKNOWN"
    })
    void aPlaceTellsMattersApart(String one, String other, Answer answer) {
        assertThat(of(one).comparedWith(of(other)).answer()).isEqualTo(answer);
        assertThat(of(other).comparedWith(of(one)).answer()).isEqualTo(answer);
    }

    @Test
    @DisplayName("标题写明年份的以标题为准，年份没有一个相同就是另一件事")
    void anotherYearIsAnotherMatter() {
        assertThat(of("2024年燃油补贴何时发放").isOtherYearThan(of("2025年燃油补贴何时发放"))).isTrue();
        assertThat(of("2024年燃油补贴何时发放").isOtherYearThan(of("燃油补贴何时发放"))).isFalse();
        assertThat(of("2024年和2025年燃油补贴何时发放").isOtherYearThan(of("2025年燃油补贴何时发放")))
                .isFalse();
    }

    private static Whereabouts of(String title) {
        return Whereabouts.of(title, "", "");
    }
}
