package org.huiyin.organ;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("第二十四条 共同的上级：先块后条")
class CommonSuperiorTest {
    private final OrganTree tree = new OrganTree(
            1,
            List.of(
                    government("city", OrganLevel.CITY, ""),
                    government("east", OrganLevel.DISTRICT, "city"),
                    government("west", OrganLevel.DISTRICT, "city"),
                    department("housingEast", "east", ""),
                    department("parksEast", "east", ""),
                    department("housingWest", "west", ""),
                    department("housingCity", "city", ""),
                    department("railwayBureau", "", ""),
                    department("railwayNorth", "", "railwayBureau"),
                    department("railwaySouth", "", "railwayBureau"),
                    department("canalOffice", "", "")),
            List.of(),
            List.of());

    @ParameterizedTest
    @CsvSource({
        "housingEast parksEast, east",
        "housingEast housingWest, city",
        "housingEast housingCity, city",
        "housingEast parksEast housingWest, city",
        "railwayNorth railwaySouth, railwayBureau",
    })
    void theNearestAboveAllOfThem(String parties, String superior) {
        assertThat(superiorOf(parties)).contains(superior);
    }

    @Test
    @DisplayName("没有共同上级的，没有：由联席会议办公室裁定")
    void thereNeedNotBeOne() {
        assertThat(superiorOf("housingEast canalOffice")).isEmpty();
        assertThat(superiorOf("railwayNorth canalOffice")).isEmpty();
    }

    @Test
    @DisplayName("当事一方不能裁定自己的争议")
    void aPartyIsNoSuperior() {
        assertThat(superiorOf("railwayBureau railwayNorth")).isEmpty();
        assertThat(superiorOf("east housingEast")).contains("city");
    }

    private Optional<String> superiorOf(String parties) {
        Set<OrganId> ids =
                Arrays.stream(parties.split(" ", -1)).map(OrganId::new).collect(Collectors.toSet());
        return tree.commonSuperior(ids).map(organ -> organ.id().value());
    }

    private static Organ government(String id, OrganLevel level, String block) {
        return organ(id, OrganKind.GOVERNMENT, level, block, "");
    }

    private static Organ department(String id, String block, String line) {
        return organ(id, OrganKind.DEPARTMENT, OrganLevel.DISTRICT, block, line);
    }

    private static Organ organ(String id, OrganKind kind, OrganLevel level, String block, String line) {
        return new Organ(
                new OrganId(id),
                id,
                id,
                kind,
                level,
                "990100",
                Optional.of(block).filter(text -> !text.isEmpty()).map(OrganId::new),
                Optional.of(line).filter(text -> !text.isEmpty()).map(OrganId::new),
                Optional.empty(),
                Optional.empty(),
                new OfficerId("nobody"),
                Optional.empty(),
                Optional.empty(),
                kind == OrganKind.DEPARTMENT,
                true);
    }
}
