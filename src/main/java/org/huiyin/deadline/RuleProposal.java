package org.huiyin.deadline;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What is proposed; kept as JSON beside the change, and read against the rules of the day again when it is decided. */
sealed interface RuleProposal permits CalendarProposal, TimeLimitProposal {
    @JsonIgnore
    RuleSubject subject();
}
