package org.huiyin.deadline;

import java.time.Instant;

/** When the lamp of a clock turns. */
public record Turns(Instant yellowAt, Instant redAt, Instant overdueAt) {
    public Turns {
        if (yellowAt.isAfter(redAt) || redAt.isAfter(overdueAt)) {
            throw new IllegalArgumentException("a lamp turns yellow, red, overdue, in this order");
        }
    }

    public Lamp at(Instant now) {
        if (!now.isBefore(overdueAt)) {
            return Lamp.OVERDUE;
        }
        if (!now.isBefore(redAt)) {
            return Lamp.RED;
        }
        return now.isBefore(yellowAt) ? Lamp.GREEN : Lamp.YELLOW;
    }

    /** The end of this lamp; nothing follows on the last one. */
    Instant endOf(Lamp lamp) {
        return switch (lamp) {
            case GREEN -> yellowAt;
            case YELLOW -> redAt;
            case RED -> overdueAt;
            case OVERDUE -> throw new IllegalArgumentException("nothing follows 超期");
        };
    }
}
