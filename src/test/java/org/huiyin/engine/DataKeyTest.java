package org.huiyin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** The two modes: what the embedded one makes for itself, the city's installation must be given. */
class DataKeyTest {
    private static final String GIVEN = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    @Test
    void theEmbeddedModeMakesItsKeyOnceAndKeepsIt() {
        byte[] first = new DataKey(new MockEnvironment(), "", folder).bytes();
        byte[] second = new DataKey(new MockEnvironment(), "", folder).bytes();

        assertThat(first).hasSize(32).isEqualTo(second);
    }

    @Test
    void anExternalDatabaseWithoutAKeyRefusesTheStart() {
        assertThatThrownBy(() -> new DataKey(external(), "", folder)).hasMessageContaining("HUIYIN_DATA_KEY");
        assertThatThrownBy(() -> new DataKey(external(), "short", folder)).hasMessageContaining("32 字节");
        assertThat(new DataKey(external(), GIVEN, folder).bytes()).hasSize(32);
    }

    @Test
    void productionWithoutADatabaseRefusesTheStart() {
        MockEnvironment production = new MockEnvironment();
        production.setActiveProfiles("production");

        assertThatThrownBy(() -> new HuiyinMode().postProcessEnvironment(production, new SpringApplication()))
                .hasMessageContaining("SPRING_DATASOURCE_URL");
    }

    @Test
    void onlyTheEmbeddedModeIsADemoAndListensToTheMachineItselfAlone() {
        MockEnvironment embedded = new MockEnvironment();
        new HuiyinMode().postProcessEnvironment(embedded, new SpringApplication());
        MockEnvironment external = external();
        new HuiyinMode().postProcessEnvironment(external, new SpringApplication());

        assertThat(embedded.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(embedded.getProperty(HuiyinMode.DEMO, Boolean.class)).isTrue();
        assertThat(external.getProperty(HuiyinMode.DEMO, Boolean.class)).isFalse();
        assertThat(external.containsProperty("server.address")).isFalse();
        assertThat(external.getProperty("camunda.bpm.webapp.session-cookie.enable-secure-cookie", Boolean.class))
                .isTrue();
    }

    private static MockEnvironment external() {
        return new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/huiyin");
    }
}
