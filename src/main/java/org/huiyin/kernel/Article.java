package org.huiyin.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The article of 信访工作条例 (2022) that a rule comes from. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
public @interface Article {
    String value();
}
