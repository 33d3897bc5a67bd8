package org.huiyin.organ;

/** The matrix of rights says no; the message is Chinese and for people. */
public class RightMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RightMissing(Right right) {
        super("您没有“" + right.label() + "”的权限；如确需办理，请与本单位管理员联系。");
    }
}
