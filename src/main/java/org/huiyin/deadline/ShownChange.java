package org.huiyin.deadline;

import java.util.Optional;

/** A change of rules, and as long as it is open what it would do to the clocks that run now. */
public record ShownChange(RuleChangeSheet change, Optional<RuleEffect> effect) {}
