/** 文书送达: numbered papers, their delivery and receipt. */
@org.springframework.modulith.ApplicationModule(
        displayName = "文书送达",
        allowedDependencies = {"kernel", "engine", "organ", "casefile"})
@org.jspecify.annotations.NullMarked
package org.huiyin.notice;
