package org.huiyin.notice;

/** A paper as the system knows it; people know it by its 文号. */
public record PaperId(long value) {}
