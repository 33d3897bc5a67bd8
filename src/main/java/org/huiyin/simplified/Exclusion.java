package org.huiyin.simplified;

import org.huiyin.kernel.Labelled;

/** What happens to a matter on its way and shuts the simplified procedure to it, whoever had chosen it. */
public enum Exclusion implements Labelled {
    ASSIGNED("本事项已由上级交办"),
    REPEATED("本事项已关联为重复信访"),
    SEVERAL_BODIES("本事项涉及多个责任主体，已请其他单位协办"),
    CONTESTED("责任单位有争议，已报请裁定"),
    PRESSING("本事项已标为重大紧急"),
    LAPSED("未能在简易程序的期限内答复");

    private final String label;

    Exclusion(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
