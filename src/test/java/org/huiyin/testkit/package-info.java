/** Verbs for tests: one shared context, one clock, petitions made in one line. */
@org.jspecify.annotations.NullMarked
package org.huiyin.testkit;
