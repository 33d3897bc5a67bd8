/** 评价: the petitioner alone judges (processes/evaluation). */
@org.springframework.modulith.ApplicationModule(
        displayName = "评价回访",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice"})
@org.jspecify.annotations.NullMarked
package org.huiyin.evaluation;
