package org.huiyin.intake;

import org.huiyin.casefile.FactWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module writes into the journal, in words. */
@Configuration(proxyBeanMethods = false)
class IntakeWords {
    @Bean
    FactWords spotConfirmationWords() {
        return FactWords.of("confirmation", SpotConfirmation.class);
    }
}
