package org.huiyin.suggestion;

import org.huiyin.casefile.FactWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module writes into the journal, in words. */
@Configuration(proxyBeanMethods = false)
class SuggestionWords {
    @Bean
    FactWords conclusionWords() {
        return FactWords.of("conclusion", Conclusion.class);
    }
}
