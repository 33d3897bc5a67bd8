package org.huiyin.deadline;

import java.util.List;
import org.huiyin.deadline.Clock.Start;

/** Everything the dates of a clock follow from, the calendar apart. */
record Facts(TimeLimit limit, Start start, Terms terms, List<Hold> holds) {
    Facts {
        holds = List.copyOf(holds);
    }
}
