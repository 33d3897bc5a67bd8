/** The only place with engine plumbing: clock, gateway, forms, hardening, deployment, database. */
@org.springframework.modulith.ApplicationModule(
        displayName = "引擎",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel"})
@org.jspecify.annotations.NullMarked
package org.huiyin.engine;
