/** 分流转办: forwarding, sign-in, objection (articles 22, 23, 30; processes/dispatch). */
@org.springframework.modulith.ApplicationModule(
        displayName = "分流转办",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice"})
@org.jspecify.annotations.NullMarked
package org.huiyin.dispatch;
