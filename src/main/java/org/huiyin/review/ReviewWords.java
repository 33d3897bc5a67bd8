package org.huiyin.review;

import org.huiyin.casefile.FactWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module writes into the journal, in words. */
@Configuration(proxyBeanMethods = false)
class ReviewWords {
    @Bean
    FactWords reviewOutcomeWords() {
        return FactWords.of("outcome", ReviewOutcome.class);
    }
}
