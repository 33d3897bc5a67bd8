package org.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class StartsTest {
    @Autowired
    ProcessEngine engine;

    @Test
    void theEngineStartsOnTheTablesOfFlyway() {
        assertThat(engine.getManagementService().getProperties()).containsKey("schema.version");
    }
}
