package org.huiyin.organ;

/** An organ file was loaded: organs, officers or duties are others than before. */
public record OrgansChanged() {}
