package org.huiyin.dispatch;

import org.huiyin.kernel.Labelled;

/** Whether a matter is on the duty list (职责清单) of an organ. */
enum DutyMatch implements Labelled {
    LISTED("职责清单列有该事项"),
    CLASS("职责清单列有这一类内容"),
    NONE("职责清单未列");

    private final String label;

    DutyMatch(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
