package org.huiyin.casefile;

/** By what right a proxy speaks for the petitioner: two facts, neither of which follows from the other (R14). */
public record Agency(ProxyRelation relation, ProxyAuthority authority) {}
