/**
 * 重大紧急: what may have an effect on society is reported to the whole chain at once (article 25, R58; processes/urgent).
 * It hurries the work and never touches a clock of the law.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "重大紧急",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice", "simplified"})
@org.jspecify.annotations.NullMarked
package org.huiyin.urgent;
