package org.huiyin.desk;

/** Asked for without the login of the webapp, or after it has run out. */
class NotLoggedIn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotLoggedIn() {
        super("登录已失效，请重新登录后再打开案卷。");
    }
}
