package org.huiyin.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of this class together pass every node and every flow of the model; the class fails if they do not. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AllPathsAreCovered.class)
public @interface CoversAllPathsOf {
    /** Key of the process. */
    String value();
}
