package org.huiyin.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.casefile.Letter;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.OrganLevel;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/**
 * Finds where a problem is: where the registrar chose it from the organ tree, otherwise by the names of districts, streets and
 * towns in the place that was registered or in what was written. The petitioner's address is never asked.
 */
@Component
class Places {
    private final Organs organs;

    Places(Organs organs) {
        this.organs = organs;
    }

    /** @param receivedBy a district's organ is taken to have received what is of its district when nothing else is said */
    Place of(Letter letter, OrganId receivedBy) {
        Optional<Organ> chosen =
                letter.territory().flatMap(organs::find).filter(organ -> organ.level() != OrganLevel.CITY);
        if (chosen.isPresent()) {
            return new Place(
                    chosen.flatMap(this::governmentOf), chosen.filter(organ -> organ.kind() == OrganKind.STREET));
        }
        List<String> texts = List.of(letter.place(), letter.title(), letter.demand(), letter.content());
        Optional<Organ> street =
                texts.stream().flatMap(text -> street(text).stream()).findFirst();
        Optional<Organ> district = street.flatMap(this::governmentOf)
                .or(() ->
                        texts.stream().flatMap(text -> district(text).stream()).findFirst())
                .or(() -> districtOf(receivedBy));
        return new Place(district, street);
    }

    Optional<Organ> governmentOf(Organ organ) {
        return organs.governmentOf(organ.id());
    }

    /** The one street or town a text names; none when it names several. */
    private Optional<Organ> street(String text) {
        Optional<Organ> district = district(text);
        List<Organ> named = organs.ofKind(OrganKind.STREET).stream()
                .filter(street -> text.contains(nameOf(street)))
                .filter(street -> district.isEmpty() || governmentOf(street).equals(district))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private Optional<Organ> district(String text) {
        List<Organ> named =
                districts().filter(district -> text.contains(nameOf(district))).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private Optional<Organ> districtOf(OrganId receivedBy) {
        return organs.governmentOf(receivedBy).filter(government -> government.level() == OrganLevel.DISTRICT);
    }

    private Stream<Organ> districts() {
        return organs.ofKind(OrganKind.GOVERNMENT).stream().filter(organ -> organ.level() == OrganLevel.DISTRICT);
    }

    /** 滨江区人民政府 governs 滨江区, 滨江区柳堤街道办事处 governs 柳堤街道. */
    private String nameOf(Organ organ) {
        String name = organ.name().replaceAll("(人民政府|办事处)$", "");
        return organ.level() == OrganLevel.DISTRICT
                ? name
                : governmentOf(organ)
                        .map(this::nameOf)
                        .filter(name::startsWith)
                        .map(district -> name.substring(district.length()))
                        .orElse(name);
    }
}
