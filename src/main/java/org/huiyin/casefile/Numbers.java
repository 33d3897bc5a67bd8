package org.huiyin.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** 信访编号: region of the registering organ, day, channel, and a serial that no registrar waits for. */
@Component
class Numbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final Organs organs;
    private final Clock clock;

    Numbers(Organs organs, Clock clock) {
        this.organs = organs;
        this.clock = clock;
    }

    String prefix(OrganId registeredBy, Channel channel) {
        return organs.get(registeredBy).region() + DAY.format(LocalDate.now(clock)) + channel.code();
    }

    static PetitionId number(String prefix, int serial) {
        return new PetitionId(prefix + "%06d".formatted(serial));
    }
}
