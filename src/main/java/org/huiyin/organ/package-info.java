/**
 * 机构: the tree of organs (块 and 条), officers and their roles, duty lists, the review ladder and the persons who answer for each
 * organ; one matrix of rights. Mirrored at start into the engine's users, groups and authorizations, so that there is one source.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "机构",
        allowedDependencies = {"kernel", "engine"})
@org.jspecify.annotations.NullMarked
package org.huiyin.organ;
