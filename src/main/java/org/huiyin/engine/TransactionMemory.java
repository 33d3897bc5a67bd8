package org.huiyin.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction remembers: begun when first asked for, set aside while another transaction runs inside, forgotten
 * with the commit or the rollback.
 */
public final class TransactionMemory<T> {
    private final Supplier<T> begin;

    public TransactionMemory(Supplier<T> begin) {
        this.begin = begin;
    }

    /** None when this transaction remembers nothing yet, or when there is no transaction. */
    public Optional<T> find() {
        return Optional.ofNullable(bound()).map(held -> held.value);
    }

    public T get() {
        Held<T> held = bound();
        if (held == null) {
            held = new Held<>(begin.get());
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(held, this) {});
        }
        return held.value;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Held<T> bound() {
        return (Held<T>) TransactionSynchronizationManager.getResource(this);
    }

    private static final class Held<T> extends ResourceHolderSupport {
        private final T value;

        Held(T value) {
            this.value = value;
        }
    }
}
