package org.huiyin.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The journal entries of this transaction that wait to be written together: a step makes some three of them, and each costs
 * as much as all. They are written when somebody reads the journal, and at the latest before the transaction commits, in
 * the order in which they were made.
 */
@Component
class UnwrittenEntries {
    /** To be written by {@code writing}, at the end at the latest; at once when the end has come. */
    void add(PetitionId id, NewEntry entry, Consumer<Map<PetitionId, List<NewEntry>>> writing) {
        Waiting waiting = bound();
        if (waiting == null) {
            waiting = begin(writing);
        }
        waiting.entries.computeIfAbsent(id, petition -> new ArrayList<>()).add(entry);
        if (waiting.closed) {
            write(writing);
        }
    }

    List<NewEntry> of(PetitionId id) {
        Waiting waiting = bound();
        return waiting == null ? List.of() : waiting.entries.getOrDefault(id, List.of());
    }

    void write(Consumer<Map<PetitionId, List<NewEntry>>> writing) {
        Waiting waiting = bound();
        if (waiting != null && !waiting.entries.isEmpty()) {
            Map<PetitionId, List<NewEntry>> entries = new LinkedHashMap<>(waiting.entries);
            waiting.entries.clear();
            writing.accept(entries);
        }
    }

    /** Writes what waits; whatever comes later in this transaction is written at once. */
    void close(Consumer<Map<PetitionId, List<NewEntry>>> writing) {
        Waiting waiting = bound();
        if (waiting != null) {
            waiting.closed = true;
            write(writing);
        }
    }

    private Waiting begin(Consumer<Map<PetitionId, List<NewEntry>>> writing) {
        Waiting waiting = new Waiting();
        TransactionSynchronizationManager.bindResource(this, waiting);
        TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<>(waiting, this) {
            @Override
            public void beforeCommit(boolean readOnly) {
                close(writing);
            }
        });
        return waiting;
    }

    private @Nullable Waiting bound() {
        return (Waiting) TransactionSynchronizationManager.getResource(this);
    }

    private static final class Waiting extends ResourceHolderSupport {
        private final Map<PetitionId, List<NewEntry>> entries = new LinkedHashMap<>();
        private boolean closed;
    }
}
