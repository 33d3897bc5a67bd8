/**
 * 回避: an officer asks to be excused from a petition, or its petitioner asks for it; the head decides, and of the head the organ
 * over him (article 28). What follows from a decision is enforced by the case file.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "回避",
        allowedDependencies = {"kernel", "engine", "organ", "casefile"})
@org.jspecify.annotations.NullMarked
package org.huiyin.recusal;
