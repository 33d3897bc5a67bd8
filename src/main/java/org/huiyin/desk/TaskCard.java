package org.huiyin.desk;

import java.util.Comparator;
import java.util.List;
import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Clock;
import org.huiyin.deadline.Lamp;

/** Which matter a task is about, and the worst lamp of its running clocks. */
record TaskCard(String task, String number, String title, String lamp, String lampLabel) {
    static TaskCard of(TaskAtHand task, Petition petition, List<Clock> clocks) {
        Lamp worst = clocks.stream()
                .filter(Clock::isRunning)
                .map(Clock::lamp)
                .max(Comparator.naturalOrder())
                .orElse(Lamp.GREEN);
        return new TaskCard(
                task.id(),
                petition.id().value(),
                petition.isDraft() ? "尚未登记" : petition.title(),
                worst.name(),
                worst.label());
    }

    @Override
    public String toString() {
        return "TaskCard[" + number + "]";
    }
}
