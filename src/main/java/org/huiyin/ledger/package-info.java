/** 台账: every matter one row, read across the modules, filtered, paged and taken out by rights (R52). It writes nothing but who took it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "台账",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "deadline", "notice", "urgent"})
@org.jspecify.annotations.NullMarked
package org.huiyin.ledger;
