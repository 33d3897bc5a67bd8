package org.huiyin.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives {@link Desk} the running application. */
class SetUpDesks implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Desk.standsIn(SpringExtension.getApplicationContext(context));
    }
}
