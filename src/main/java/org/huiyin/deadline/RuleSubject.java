package org.huiyin.deadline;

import org.huiyin.kernel.Labelled;

/** What a change of rules is about. */
public enum RuleSubject implements Labelled {
    CALENDAR("工作日历"),
    TIME_LIMIT("期限规定");

    private final String label;

    RuleSubject(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
