package org.huiyin.organ;

import java.util.List;

/** The start is refused because nobody could administer the system safely. */
class NoAdministrator extends StartRefused {
    private static final long serialVersionUID = 1L;

    NoAdministrator(List<String> faults) {
        super("使用外部数据库启动时，须由环境变量给出首位管理员 (with an external database the first administrator must come from the"
                + " environment):\n  " + String.join("\n  ", faults));
    }

    @Override
    String wayOut() {
        return "请设置环境变量 HUIYIN_ADMIN_ID 和 HUIYIN_ADMIN_PASSWORD 后重新启动；管理员建立后可以撤去。"
                + " (Set both and start again; once the administrator exists they may be removed.)";
    }
}
