package org.huiyin.organ;

import org.huiyin.kernel.Labelled;

/** What an organ is in petition work. */
public enum OrganKind implements Labelled {
    GOVERNMENT("政府"),
    PETITION_BUREAU("信访部门"),
    DEPARTMENT("工作部门"),
    STREET("街道乡镇"),
    DISCIPLINE("纪检监察机关"),
    POLITICAL_LEGAL("政法机关");

    private final String label;

    OrganKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
