package org.huiyin.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets the benchmark count what the application says to its database. */
@TestConfiguration(proxyBeanMethods = false)
class CountedDataSource {
    static final Statements STATEMENTS = new Statements();

    @Bean
    static BeanPostProcessor countStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? STATEMENTS.watch((DataSource) pool) : bean;
            }
        };
    }
}
