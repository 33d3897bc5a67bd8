package org.huiyin.engine;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Two ways to run: embedded (own PostgreSQL, demo city, loopback only) or on the city's PostgreSQL, which is chosen by
 * naming {@code spring.datasource.url} or the profile {@code production}.
 */
public class HuiyinMode implements EnvironmentPostProcessor {
    /** {@code true} in the embedded mode; conditions and the landing page read it. */
    public static final String DEMO = "huiyin.demo";

    /** Everybody's in the demo city, shown on the landing page; accounts of a real city never have it. */
    public static final String DEMO_PASSWORD = "Huiyin-Demo-2026";

    public static boolean isEmbedded(Environment environment) {
        return !environment.containsProperty("spring.datasource.url")
                && !environment.acceptsProfiles(Profiles.of("production"));
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean embedded = isEmbedded(environment);
        if (!embedded && !environment.containsProperty("spring.datasource.url")) {
            throw new IllegalStateException("缺少数据库地址：请设置 SPRING_DATASOURCE_URL（以及 _USERNAME、_PASSWORD）。"
                    + " Profile production needs SPRING_DATASOURCE_URL.");
        }
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(DEMO, embedded);
        if (embedded) {
            defaults.put("server.address", "127.0.0.1");
            defaults.put("camunda.bpm.webapp.session-cookie.enable-secure-cookie", false);
            defaults.put("camunda.bpm.webapp.csrf.enable-secure-cookie", false);
        } else {
            defaults.put("camunda.bpm.webapp.session-cookie.enable-secure-cookie", true);
            defaults.put("camunda.bpm.webapp.csrf.enable-secure-cookie", true);
        }
        environment.getPropertySources().addLast(new MapPropertySource("huiyinMode", defaults));
    }
}
