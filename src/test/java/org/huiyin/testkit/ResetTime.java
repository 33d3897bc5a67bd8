package org.huiyin.testkit;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that moved the time gives it back. */
class ResetTime implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
    }
}
