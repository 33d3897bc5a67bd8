/**
 * 演示信访件: invented petitions of the demo city 江城市 in every state, brought there by the same verbs and forms as officers
 * use. The embedded mode only; the letters and how far each goes are in demo/petitions.json, what the many are made of in
 * demo/crowd.json.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "演示",
        allowedDependencies = {"kernel", "engine", "organ", "casefile", "intake", "evaluation", "review", "lifecycle"})
@org.jspecify.annotations.NullMarked
package org.huiyin.demo;
