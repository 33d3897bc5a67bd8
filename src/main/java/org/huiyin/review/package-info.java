/** 复查: the window after the answer and the review (article 35; processes/review). */
@org.springframework.modulith.ApplicationModule(
        displayName = "复查复核",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice"})
@org.jspecify.annotations.NullMarked
package org.huiyin.review;
