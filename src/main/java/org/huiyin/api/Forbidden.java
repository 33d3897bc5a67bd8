package org.huiyin.api;

import org.huiyin.organ.Right;

/** The matrix of rights says no. */
class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Forbidden(Right right) {
        super("您没有“" + right.label() + "”的权限；如确需办理，请与本单位管理员联系。");
    }
}
