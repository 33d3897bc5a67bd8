package org.huiyin.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.huiyin.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/** Who acts now: the person of the gateway, the login of the webapp, or the system in a job. Never nobody. */
public final class Actor {
    private static final ThreadLocal<@Nullable OfficerId> PERSON = new ThreadLocal<>();

    private Actor() {}

    /** The acting person, or {@link OfficerId#SYSTEM} inside a job; throws when nobody is named. */
    public static OfficerId current() {
        return find().orElseThrow(() -> new IllegalStateException("no person acts: the engine is called by nobody"));
    }

    /** The acting person if it is a human being. */
    public static Optional<OfficerId> person() {
        return find().filter(who -> !who.equals(OfficerId.SYSTEM));
    }

    static <T> T with(OfficerId person, Supplier<T> work) {
        @Nullable OfficerId before = PERSON.get();
        PERSON.set(person);
        try {
            return work.get();
        } finally {
            if (before == null) {
                PERSON.remove();
            } else {
                PERSON.set(before);
            }
        }
    }

    /** True while the gateway has decided on the rights and the engine's own checks are off. */
    static boolean throughGateway() {
        return PERSON.get() != null;
    }

    private static Optional<OfficerId> find() {
        @Nullable OfficerId person = PERSON.get();
        if (person != null) {
            return Optional.of(person);
        }
        if (Context.getJobExecutorContext() != null) {
            return Optional.of(OfficerId.SYSTEM);
        }
        @Nullable CommandContext command = Context.getCommandContext();
        @Nullable Authentication login = command == null ? null : command.getAuthentication();
        return login == null ? Optional.empty() : Optional.of(new OfficerId(login.getUserId()));
    }
}
