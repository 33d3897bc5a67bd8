/**
 * 文书送达: the papers that finish a step, their numbers, how they went out and came to hand (arts 22, 23, 32, 35). A paper is
 * rendered once, when it is issued, and kept as it was; templates lie in {@code resources/papers}, one for each kind.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "文书送达",
        allowedDependencies = {"kernel", "engine", "organ", "casefile"})
@org.jspecify.annotations.NullMarked
package org.huiyin.notice;
