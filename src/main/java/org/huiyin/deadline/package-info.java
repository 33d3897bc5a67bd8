/** 期限: working days, time limits, clocks and their watch (processes/deadline). */
@org.springframework.modulith.ApplicationModule(
        displayName = "期限",
        allowedDependencies = {"kernel", "engine", "organ", "casefile"})
@org.jspecify.annotations.NullMarked
package org.huiyin.deadline;
