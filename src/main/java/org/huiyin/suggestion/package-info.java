/** 人民建议: studied and answered by the organ (article 29; processes/suggestion). */
@org.springframework.modulith.ApplicationModule(
        displayName = "人民建议",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice", "signing"})
@org.jspecify.annotations.NullMarked
package org.huiyin.suggestion;
