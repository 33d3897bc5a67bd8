/** Measured as ratios within one run, never as times: {@code mvn -Pbenchmark verify}. */
@org.jspecify.annotations.NullMarked
package org.huiyin.benchmark;
