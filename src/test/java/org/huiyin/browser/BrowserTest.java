package org.huiyin.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.condition.EnabledIf;

/** A test that drives Chromium against the shared application; skipped, and reported so, where there is no Chromium. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HuiyinTest
@EnabledIf(
        value = "org.huiyin.browser.Chromium#isPresent",
        disabledReason = "no Chromium with its driver on this machine")
@interface BrowserTest {}
