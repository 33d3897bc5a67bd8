package org.huiyin.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What the petitions of the crowd are put together from, demo/crowd.json: all of it invented. */
record CrowdTexts(
        List<Place> places, List<Matter> matters, List<Idea> suggestions, String surnames, List<String> givenNames) {
    private static final String FILE = "demo/crowd.json";
    private static final String PLACE = "{place}";

    /** @param street the organ of the street or town it lies in */
    record Place(String district, String street, boolean village, String name) {
        /** Without the district and the street before it. */
        String shortName() {
            return name.replaceAll("^.*(街道|镇)", "");
        }
    }

    /**
     * @param organs by district who is competent; {@code street} for the one of the place
     * @param where whether only villages, or only towns, know it
     * @param facts of which one is told
     * @param harms of which one is told
     * @param why why it is forwarded to that organ
     */
    record Matter(
            String subject,
            Map<String, String> organs,
            String title,
            @JsonProperty("where") @Nullable String where,
            List<String> facts,
            List<String> harms,
            String demand,
            String why,
            String findings,
            String opinion,
            String basis) {
        boolean happensIn(Place place) {
            return Optional.ofNullable(where)
                    .map(kind -> kind.equals("village") == place.village())
                    .orElse(true);
        }

        String organ(Place place) {
            String organ = organs.getOrDefault(place.district(), "street");
            return organ.equals("street") ? place.street() : organ;
        }

        String title(Place place) {
            return title.replace(PLACE, place.shortName());
        }

        String content(Place place, int round) {
            return "我住在" + place.name() + "。" + facts.get(round % facts.size()) + harms.get(round / 2 % harms.size());
        }
    }

    /** A suggestion (建议意见). */
    record Idea(String subject, String organ, String title, String content, String why) {
        String title(Place place) {
            return title.replace(PLACE, place.shortName());
        }

        String content(Place place) {
            return content.replace(PLACE, place.shortName());
        }
    }

    static CrowdTexts read() {
        try (var json = new ClassPathResource(FILE).getInputStream()) {
            return new JsonMapper().readValue(json, CrowdTexts.class);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }

    /** The places where this can happen. */
    List<Place> places(Matter matter) {
        return places.stream().filter(matter::happensIn).toList();
    }

    /** No two of the first few thousand are called the same. */
    String person(int n) {
        int surname = n * 37 % surnames.length();
        return surnames.charAt(surname) + givenNames.get((n * 17 + n / surnames.length()) % givenNames.size());
    }
}
