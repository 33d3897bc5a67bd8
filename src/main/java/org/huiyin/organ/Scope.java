package org.huiyin.organ;

import org.huiyin.kernel.Labelled;

/** How far a right reaches, seen from the officer's own organ. */
public enum Scope implements Labelled {
    OWN_ORGAN("本机关"),
    /** The organ and everything below it in its territory. */
    SUBTREE("本机关及下级"),
    /** The organs below it in its territory or its line of business, itself left out: leave is given by a superior. */
    BELOW("下级机关"),
    /** Everything in the territory of the government the organ belongs to: a petition bureau oversees its whole city or district. */
    TERRITORY("本级政府辖区"),
    /** {@link #TERRITORY} for a 信访部门, which forwards and coordinates for all (article 14); for any other organ its own. */
    OFFICE_TERRITORY("信访部门为本级政府辖区，其他机关为本机关"),
    /** The organs whose opinions the officer's organ reviews, whether above them by territory or by line. */
    REVIEWED("由本机关复查的机关"),
    ALL("全市");

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
