package org.huiyin.deadline;

import java.util.List;
import java.util.Optional;

/**
 * The dates of a clock, and why they are what they are: Chinese lines for an official.
 *
 * @param untold what the count gives, where only a date that was told keeps the clock from ending then
 */
record Counted(Span span, Optional<Span> untold, List<String> why) {}
