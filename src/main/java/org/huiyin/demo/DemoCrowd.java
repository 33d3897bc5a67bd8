package org.huiyin.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.huiyin.demo.CrowdTexts.Idea;
import org.huiyin.demo.CrowdTexts.Matter;
import org.huiyin.demo.CrowdTexts.Place;
import org.huiyin.engine.HuiyinMode;
import org.huiyin.organ.Organs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The many petitions beside those that are told one by one: enough for Cockpit to show a few hundred clocks in all lamps.
 * They are put together by counting, so that every first start tells the same ones.
 */
@Component
@ConditionalOnProperty(HuiyinMode.DEMO)
class DemoCrowd {
    private final Organs organs;

    DemoCrowd(Organs organs) {
        this.organs = organs;
    }

    private record Stand(CrowdStage stage, int forwarded) {}

    /** In the order in which they were forwarded. */
    List<DemoLetter> letters() {
        List<Stand> all = new ArrayList<>();
        for (CrowdStage stage : CrowdStage.values()) {
            IntStream.range(0, stage.petitions()).forEach(n -> all.add(new Stand(stage, stage.forwarded(n))));
        }
        all.sort(Comparator.comparing(Stand::forwarded).reversed());
        CrowdTexts texts = CrowdTexts.read();
        return IntStream.range(0, all.size())
                .mapToObj(n -> letter(texts, n, all.get(n)))
                .toList();
    }

    private DemoLetter letter(CrowdTexts texts, int n, Stand stand) {
        CrowdStory story = new CrowdStory(organs, n, texts.person(n), stand.forwarded());
        if (stand.stage() == CrowdStage.SUGGESTED) {
            Idea idea = texts.suggestions().get(n % texts.suggestions().size());
            story.suggests(
                    idea, texts.places().get((n * 7 + n / 31) % texts.places().size()));
        } else {
            int round = n / texts.matters().size();
            int kind = n % texts.matters().size();
            Matter matter = texts.matters().get(kind);
            List<Place> places = texts.places(matter);
            story.asks(matter, places.get((round * 11 + kind * 3) % places.size()), round, stand.stage());
        }
        return new DemoLetter(
                "CROWD-%03d".formatted(n + 1),
                stand.stage().story(),
                stand.stage().waitsAt(),
                story.steps());
    }
}
