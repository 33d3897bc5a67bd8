package org.huiyin.desk;

import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Lamp;

/** Which matter a task is about, how near its end it is, and whether it is marked as major or urgent. */
record TaskCard(String task, String number, String title, String lamp, String lampLabel, boolean urgent) {
    static TaskCard of(TaskAtHand task, Petition petition, Lamp worst, boolean urgent) {
        return new TaskCard(
                task.id(),
                petition.id().value(),
                petition.isDraft() ? "尚未登记" : petition.title(),
                worst.name(),
                worst.label(),
                urgent);
    }

    @Override
    public String toString() {
        return "TaskCard[" + number + "]";
    }
}
