package org.huiyin.handling;

import static org.huiyin.testkit.Typed.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.casefile.LinkKind;
import org.huiyin.casefile.Links;
import org.huiyin.casefile.Sight;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.PetitionId;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Typed;

/** Matters of different people about the same pipe, at the same handler. */
final class JoinedMatters {
    private static final Sight HANDLERS =
            new Sight(Set.of(Petitions.HOUSING), Set.of(Petitions.HOUSING), Set.of(), Petitions.HANDLER);

    private JoinedMatters() {}

    static PetitionId accepted(String petitioner, Object... more) {
        return atTheHandler(petitioner, more).accepted().id();
    }

    static Life atTheHandler(String petitioner, Object... more) {
        return Life.ofALetter(with(with(Typed.letter(), "petitionerName", petitioner), more))
                .withTheHandler();
    }

    static long join(Links links, EngineGateway gateway, PetitionId later, PetitionId earlier) {
        return gateway.as(
                Petitions.HANDLER,
                () -> links.link(later, earlier, LinkKind.JOINT, "同一处管道漏水，不同住户反映。", Petitions.HANDLER, HANDLERS)
                        .id());
    }

    static Map<String, Object> opinionFor(PetitionId... together) {
        return with(
                Life.opinion(),
                "answersTogether",
                true,
                "together",
                List.of(together).stream().map(PetitionId::value).toList());
    }
}
