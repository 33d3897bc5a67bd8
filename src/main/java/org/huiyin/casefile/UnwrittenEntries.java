package org.huiyin.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.huiyin.engine.TransactionMemory;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The journal entries of this transaction that wait to be written together: a step makes some three of them, and each costs
 * as much as all. They are written when somebody reads the journal, and at the latest before the transaction commits, in
 * the order in which they were made.
 */
@Component
class UnwrittenEntries {
    private final TransactionMemory<Waiting> memory = new TransactionMemory<>(Waiting::new);

    /** To be written by {@code writing}, at the end at the latest; at once when the end has come. */
    void add(PetitionId id, NewEntry entry, Consumer<Map<PetitionId, List<NewEntry>>> writing) {
        Waiting waiting = memory.find().orElseGet(() -> begin(writing));
        waiting.entries.computeIfAbsent(id, petition -> new ArrayList<>()).add(entry);
        if (waiting.closed) {
            write(writing);
        }
    }

    List<NewEntry> of(PetitionId id) {
        return memory.find()
                .map(waiting -> waiting.entries.getOrDefault(id, List.of()))
                .orElse(List.of());
    }

    void write(Consumer<Map<PetitionId, List<NewEntry>>> writing) {
        memory.find().filter(waiting -> !waiting.entries.isEmpty()).ifPresent(waiting -> {
            Map<PetitionId, List<NewEntry>> entries = new LinkedHashMap<>(waiting.entries);
            waiting.entries.clear();
            writing.accept(entries);
        });
    }

    /** Writes what waits; whatever comes later in this transaction is written at once. */
    void close(Consumer<Map<PetitionId, List<NewEntry>>> writing) {
        memory.find().ifPresent(waiting -> {
            waiting.closed = true;
            write(writing);
        });
    }

    private Waiting begin(Consumer<Map<PetitionId, List<NewEntry>>> writing) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                close(writing);
            }
        });
        return memory.get();
    }

    private static final class Waiting {
        private final Map<PetitionId, List<NewEntry>> entries = new LinkedHashMap<>();
        private boolean closed;
    }
}
