package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** 问题属地 as the organ tree knows it: city, districts, streets and towns. */
@Component
public class Territories {
    private final Organs organs;

    Territories(Organs organs) {
        this.organs = organs;
    }

    public List<Territory> all() {
        return organs.all().stream()
                .filter(Territories::hasTerritory)
                .map(organ -> new Territory(organ.id(), name(organ)))
                .toList();
    }

    /** By the id of its organ, its name with or without the organ's, or, of a government, its division code. */
    public Optional<Territory> find(String text) {
        String asked = text.strip();
        return organs.all().stream()
                .filter(Territories::hasTerritory)
                .filter(organ -> organ.id().value().equals(asked)
                        || organ.name().equals(asked)
                        || name(organ).equals(asked)
                        || (organ.kind() == OrganKind.GOVERNMENT
                                && organ.region().equals(asked)))
                .findFirst()
                .map(organ -> new Territory(organ.id(), name(organ)));
    }

    public String name(OrganId organ) {
        return organs.find(organ).map(Territories::name).orElse(organ.value());
    }

    private static boolean hasTerritory(Organ organ) {
        return organ.kind() == OrganKind.GOVERNMENT || organ.kind() == OrganKind.STREET;
    }

    private static String name(Organ organ) {
        return organ.name().replaceFirst("(人民政府|办事处)$", "");
    }
}
