package org.huiyin.desk;

import org.huiyin.casefile.Petition;
import org.huiyin.deadline.Lamp;

/** Which matter a task is about, and how near its end it is. */
record TaskCard(String task, String number, String title, String lamp, String lampLabel) {
    static TaskCard of(TaskAtHand task, Petition petition, Lamp worst) {
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
