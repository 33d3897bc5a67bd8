/** 接口: REST and import. */
@org.springframework.modulith.ApplicationModule(
        displayName = "接口",
        allowedDependencies = {
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
            "handling",
            "suggestion",
            "evaluation",
            "review",
            "lifecycle",
            "ledger",
            "supervision",
            "portal"
        })
@org.jspecify.annotations.NullMarked
package org.huiyin.api;
