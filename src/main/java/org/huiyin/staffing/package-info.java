/**
 * 人员调度: who has how much to do, who is away and who does his work meanwhile, and work that is handed on (R28;
 * processes/staffing). Whatever moves is checked matter by matter: rights, recusal and the two-person rule hold.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "人员调度",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline"})
@org.jspecify.annotations.NullMarked
package org.huiyin.staffing;
