/** 审签: what one officer drafts, another signs or gives back; every version is kept (articles 29, 32). */
@org.springframework.modulith.ApplicationModule(
        displayName = "审签",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "notice"})
@org.jspecify.annotations.NullMarked
package org.huiyin.signing;
