/** 总流程: one instance per petition, call activities into the others (processes/lifecycle). */
@org.springframework.modulith.ApplicationModule(
        displayName = "总流程",
        allowedDependencies = {
            "kernel",
            "engine",
            "organ",
            "casefile",
            "deadline",
            "notice",
            "signing",
            "intake",
            "dispatch",
            "handling",
            "suggestion",
            "evaluation",
            "review"
        })
@org.jspecify.annotations.NullMarked
package org.huiyin.lifecycle;
