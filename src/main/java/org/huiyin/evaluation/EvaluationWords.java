package org.huiyin.evaluation;

import org.huiyin.casefile.FactWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module writes into the journal, in words. */
@Configuration(proxyBeanMethods = false)
class EvaluationWords {
    @Bean
    FactWords officeRatingWords() {
        return FactWords.of("officeRating", Rating.class);
    }

    @Bean
    FactWords organRatingWords() {
        return FactWords.of("organRating", Rating.class);
    }
}
