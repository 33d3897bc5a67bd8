package org.huiyin.testkit;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Lets tests and benchmarks count what the application says to its database. */
@Component
public class CountedDataSource implements BeanPostProcessor {
    public static final Statements STATEMENTS = new Statements();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? STATEMENTS.watch(pool) : bean;
    }
}
