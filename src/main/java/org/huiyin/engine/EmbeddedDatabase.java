package org.huiyin.engine;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A real PostgreSQL beside the application, for trying out and for tests; the same schema as on the city's server. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.WhenEmbedded.class)
class EmbeddedDatabase {
    static final class WhenEmbedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return HuiyinMode.isEmbedded(context.getEnvironment());
        }
    }

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(@Value("${huiyin.data-dir:./data}") Path folder) {
        return DataFolder.open(folder);
    }

    /** fsync stays on: zonky's default trades it for speed, and the data here outlives the run. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(DataFolder folder) throws IOException {
        folder.stopLeftBehindServer();
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.database())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("jit", "off")
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", folder.password())
                .start();
        folder.requirePassword(postgres);
        return postgres;
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(EmbeddedPostgres postgres, DataFolder folder) {
        return DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(postgres.getJdbcUrl("postgres", "postgres"))
                .username("postgres")
                .password(folder.password())
                .build();
    }
}
