package org.huiyin.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** One page of a list; {@code next} is there when more follow. */
record PetitionPage(List<Line> petitions, Optional<String> next) {
    record Line(
            String number,
            String title,
            Labels state,
            Labels channel,
            OffsetDateTime receivedAt,
            CaseAnswer.OrganAnswer organ,
            Optional<String> person,
            boolean sealed,
            boolean legacy,
            Optional<String> lamp,
            Optional<Labels> endReason) {}
}
