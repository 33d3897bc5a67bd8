package org.huiyin.urgent;

import org.huiyin.casefile.FactWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module writes into the journal, in words. */
@Configuration(proxyBeanMethods = false)
class UrgentWords {
    @Bean
    FactWords urgentKindWords() {
        return FactWords.of("urgentKind", UrgentKind.class);
    }

    @Bean
    FactWords urgentLevelWords() {
        return FactWords.of("urgentLevel", UrgentLevel.class);
    }
}
