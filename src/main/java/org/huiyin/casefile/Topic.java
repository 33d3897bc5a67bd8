package org.huiyin.casefile;

/** 重点专题: what is watched across all classes of content for a time (R33). A retired one is given to no further matter. */
public record Topic(String code, String label, String note, boolean valid) {}
