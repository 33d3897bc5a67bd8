package org.huiyin.handling;

import org.huiyin.casefile.FactWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module writes into the journal, in words. */
@Configuration(proxyBeanMethods = false)
class HandlingWords {
    @Bean
    FactWords opinionOutcomeWords() {
        return FactWords.of("outcome", OpinionOutcome.class);
    }

    @Bean
    FactWords simplifiedOutcomeWords() {
        return FactWords.of("simplifiedOutcome", SimplifiedOutcome.class);
    }

    @Bean
    FactWords declineReasonWords() {
        return FactWords.of("declineReason", DeclineReason.class);
    }
}
