package org.huiyin.casefile;

import org.huiyin.kernel.OrganId;

/** A place that can be 问题属地: the territory of a government or of a street. */
public record Territory(OrganId organ, String name) {}
