package org.huiyin.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of this class together make every row of the decision table fire; the class fails if they do not. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AllRowsAreCovered.class)
public @interface CoversAllRowsOf {
    /** Id of the decision. */
    String value();
}
