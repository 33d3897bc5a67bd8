package org.huiyin.staffing;

import org.huiyin.casefile.FactWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module writes into the journal, in words. */
@Configuration(proxyBeanMethods = false)
class StaffingWords {
    @Bean
    FactWords moveCauseWords() {
        return FactWords.of("cause", MoveCause.class);
    }
}
