/** 群众入口: progress, receipt, evaluation and review request by query code. */
@org.springframework.modulith.ApplicationModule(
        displayName = "群众入口",
        allowedDependencies = {
            "kernel",
            "engine",
            "organ",
            "casefile",
            "recusal",
            "deadline",
            "notice",
            "signing",
            "intake",
            "dispatch",
            "handling",
            "suggestion",
            "evaluation",
            "review",
            "lifecycle"
        })
@org.jspecify.annotations.NullMarked
package org.huiyin.portal;
