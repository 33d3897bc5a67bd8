/** 机构: the tree of organs (块 and 条), officers, roles, duty lists and the review ladder. */
@org.springframework.modulith.ApplicationModule(
        displayName = "机构",
        allowedDependencies = {"kernel", "engine"})
@org.jspecify.annotations.NullMarked
package org.huiyin.organ;
