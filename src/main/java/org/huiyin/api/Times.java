package org.huiyin.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.huiyin.engine.EngineClock;

/** Instants as people in the city read them. */
final class Times {
    private Times() {}

    static OffsetDateTime beijing(Instant at) {
        return exact(at.truncatedTo(ChronoUnit.SECONDS));
    }

    static OffsetDateTime exact(Instant at) {
        return at.atZone(EngineClock.BEIJING).toOffsetDateTime();
    }
}
