/**
 * 简易程序: which matters it is proposed for and which it is shut to, who chose it, and the way back to the ordinary procedure
 * (信访事项简易办理办法). What is answered by it belongs to {@code handling}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "简易程序",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline"})
@org.jspecify.annotations.NullMarked
package org.huiyin.simplified;
