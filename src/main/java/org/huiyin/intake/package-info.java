/**
 * 登记受理: registration, answers on the spot, class and route (articles 17-23, 28-31; processes/intake). Everything of a
 * petition before an organ that is competent has it in hand.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "登记受理",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice", "simplified"})
@org.jspecify.annotations.NullMarked
package org.huiyin.intake;
