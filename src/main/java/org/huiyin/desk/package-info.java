/** 工作台: Tasklist panel and filters, landing page, handbook. */
@org.springframework.modulith.ApplicationModule(
        displayName = "工作台",
        allowedDependencies = {
            "urgent",
            "kernel",
            "engine",
            "organ",
            "casefile",
            "recusal",
            "deadline",
            "notice",
            "signing",
            "simplified",
            "intake",
            "dispatch",
            "deputy",
            "handling",
            "suggestion",
            "evaluation",
            "review",
            "lifecycle",
            "ledger",
            "supervision",
            "staffing"
        })
@org.jspecify.annotations.NullMarked
package org.huiyin.desk;
