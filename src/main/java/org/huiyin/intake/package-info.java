/** 登记受理: registration, class and route (articles 17-23, 31; processes/intake). */
@org.springframework.modulith.ApplicationModule(
        displayName = "登记受理",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice"})
@org.jspecify.annotations.NullMarked
package org.huiyin.intake;
