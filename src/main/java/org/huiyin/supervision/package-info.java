/** 督办: the board on which supervisors and leaders see where matters stand, and what they do from it (R9, R24, R27 to R29). */
@org.springframework.modulith.ApplicationModule(
        displayName = "督办",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "dispatch"})
@org.jspecify.annotations.NullMarked
package org.huiyin.supervision;
