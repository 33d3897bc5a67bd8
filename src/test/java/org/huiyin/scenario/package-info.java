/** Whole petitions across the processes, one per way of the regulation, with time moved by months. */
@org.jspecify.annotations.NullMarked
package org.huiyin.scenario;
