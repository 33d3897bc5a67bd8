/** The words of the regulation as types: pure Java, no Spring, no Camunda, no SQL. */
@org.springframework.modulith.ApplicationModule(
        displayName = "内核",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.huiyin.kernel;
