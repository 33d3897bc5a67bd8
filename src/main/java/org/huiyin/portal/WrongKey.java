package org.huiyin.portal;

/** Number and query code do not fit together; whether the number exists is not told. */
public class WrongKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongKey() {
        super("没有找到与编号和查询码相符的信访件，请对照登记凭证核对后重新输入。");
    }
}
