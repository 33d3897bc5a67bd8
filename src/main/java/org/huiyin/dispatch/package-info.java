/**
 * 分流转办: forwarding to the competent organ, sign-in, objection; and the transfer of accusations, which only their circle
 * sees (articles 22, 23, 30; processes/dispatch).
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "分流转办",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice", "simplified"})
@org.jspecify.annotations.NullMarked
package org.huiyin.dispatch;
