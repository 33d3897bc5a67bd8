package org.huiyin.simplified;

import org.huiyin.casefile.FactWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module writes into the journal, in words. */
@Configuration(proxyBeanMethods = false)
class SimplifiedWords {
    @Bean
    FactWords simplifiedStageWords() {
        return FactWords.of("simplifiedStage", Stage.class);
    }
}
