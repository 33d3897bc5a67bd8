package org.huiyin.deadline;

import java.util.List;

/** The dates of a clock, and why they are what they are: Chinese lines for an official. */
record Counted(Span span, List<String> why) {}
