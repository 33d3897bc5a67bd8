package org.huiyin.casefile;

import java.util.Locale;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.Labelled;

/** 已经进入的程序: what the petitioner says at registration has been done with the matter elsewhere; it speaks for a route. */
@Article("31, 35, 36")
public enum Proceeding implements Labelled {
    COURT("法院已受理或者已作出裁判"),
    PROSECUTION("公安机关或者检察机关已受理"),
    ARBITRATION("仲裁机构已受理或者已裁决"),
    RECONSIDERATION("行政复议机关已受理或者已决定"),
    REVIEW("已有信访复查意见或者复核意见");

    private final String label;

    Proceeding(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** courtBegun: the name of its input in the tables. */
    public String fact() {
        return name().toLowerCase(Locale.ROOT) + "Begun";
    }
}
