package org.huiyin.review;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** What the petitioner asks of the organ above the one that answered him. */
@Article("35")
public record ReviewRequest(
        PetitionId petition,
        Instant requestedAt,
        String reasons,
        OrganId handlingOrgan,
        OrganId reviewOrgan,
        Optional<ReviewOutcome> outcome) {
    public ReviewRequest {
        if (handlingOrgan.equals(reviewOrgan)) {
            throw new IllegalArgumentException("no organ reviews its own opinion: " + reviewOrgan);
        }
    }

    @Override
    public String toString() {
        return "ReviewRequest[" + petition + "]";
    }
}
