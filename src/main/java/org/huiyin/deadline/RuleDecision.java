package org.huiyin.deadline;

import org.jspecify.annotations.Nullable;

/** What is said when a change of rules is approved, refused or withdrawn. */
public record RuleDecision(@Nullable String reason) {}
