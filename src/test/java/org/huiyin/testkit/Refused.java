package org.huiyin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huiyin.kernel.InvalidInput;

/** A clear no: one field is named, and the sentence says why. */
public final class Refused {
    private Refused() {}

    public static void assertRefused(ThrowingCallable attempt, String field, String words) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.errors()).extracting("field").containsExactly(field);
            assertThat(refused).hasMessageContaining(words);
        });
    }
}
