package org.huiyin.deadline;

import java.util.List;

/** A clock as an official reads it: with its name, its article, and why the date is what it is. */
public record ClockSheet(Clock clock, String name, String article, List<String> explanation) {}
