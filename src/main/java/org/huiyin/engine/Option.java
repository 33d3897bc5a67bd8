package org.huiyin.engine;

/** One choice of a select field, as a form shows it. */
public record Option(String value, String label) {}
