package org.huiyin.organ;

import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OrganId;

/**
 * What an officer may be in his organ. Each role of each organ is one group of the engine, {@code <organ>.<role>}: tasks are
 * offered to it. Each role is one group more, named by the role alone: rights in the engine are granted to it, once for the
 * whole city.
 */
public enum Role implements Labelled {
    INTAKE("intake", "登记员"),
    DISPATCH("dispatch", "分流员"),
    HANDLE("handle", "承办人"),
    SIGN("sign", "负责人(签发)"),
    SUPERVISE("supervise", "督查员"),
    LEAD("lead", "领导"),
    ANALYST("analyst", "流程分析员"),
    OPERATOR("operator", "运维员"),
    REVIEWER("reviewer", "复查员"),
    SEALED("sealed", "检举控告专办员"),
    ADMIN("admin", "管理员");

    private final String id;
    private final String label;

    Role(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** As in the models' candidate groups, and the group that holds all officers of this role. */
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    /** The group of this role in one organ. */
    public String groupOf(OrganId organ) {
        return organ.value() + "." + id;
    }
}
