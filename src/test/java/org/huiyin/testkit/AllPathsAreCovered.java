package org.huiyin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** See {@link CoversAllPathsOf}. */
class AllPathsAreCovered implements BeforeAllCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        PathCoverage.of(process(context)).forget();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        PathCoverage paths = PathCoverage.of(process(context));
        assertThat(paths.missing()).as("not covered in %s", process(context)).isEmpty();
        assertThat(paths.isComplete()).as("model %s is known", process(context)).isTrue();
    }

    private static String process(ExtensionContext context) {
        return context.getRequiredTestClass()
                .getAnnotation(CoversAllPathsOf.class)
                .value();
    }
}
