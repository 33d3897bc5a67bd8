/** 代表委员反馈: whoever passed a matter on as a deputy is told its outcome (R50; processes/deputy). */
@org.springframework.modulith.ApplicationModule(
        displayName = "代表委员反馈",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice"})
@org.jspecify.annotations.NullMarked
package org.huiyin.deputy;
