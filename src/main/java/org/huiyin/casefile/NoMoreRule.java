package org.huiyin.casefile;

/** A local rule that lets an organ stop without a re-review. */
public record NoMoreRule(String law, String article) {}
