/** 案卷: the petition, its people, its text and its journal. */
@org.springframework.modulith.ApplicationModule(
        displayName = "案卷",
        allowedDependencies = {"kernel", "engine", "organ"})
@org.jspecify.annotations.NullMarked
package org.huiyin.casefile;
