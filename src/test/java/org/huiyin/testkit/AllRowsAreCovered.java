package org.huiyin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** See {@link CoversAllRowsOf}. */
class AllRowsAreCovered implements BeforeAllCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        DecisionTable.of(key(context)).forget();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(DecisionTable.of(key(context)).silent())
                .as("rows of %s that never fired", key(context))
                .isEmpty();
    }

    private static String key(ExtensionContext context) {
        return context.getRequiredTestClass()
                .getAnnotation(CoversAllRowsOf.class)
                .value();
    }
}
