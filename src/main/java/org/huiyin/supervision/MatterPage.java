package org.huiyin.supervision;

import java.util.List;
import java.util.Optional;

/** Some of the matters behind a figure, and from where the next go on. */
public record MatterPage(List<MatterRow> rows, Optional<String> next) {}
