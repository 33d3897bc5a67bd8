/** 办理答复: acceptance, investigation, opinion, delivery (articles 23, 31-34; processes/handling). */
@org.springframework.modulith.ApplicationModule(
        displayName = "办理答复",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice", "signing", "simplified"})
@org.jspecify.annotations.NullMarked
package org.huiyin.handling;
