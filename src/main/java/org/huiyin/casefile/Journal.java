package org.huiyin.casefile;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what when, for each petition: append-only, every entry hashed onto the one before it. Facts are ids, numbers and
 * dates; what a person typed lies beside its entry, and only its salted digest is in the chain, so that erasing the text
 * never breaks it.
 */
@Service
@Transactional
public class Journal {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern FACT = Pattern.compile("[^\\p{Cc}\\p{Cs}]{0,200}");
    private static final int LONGEST_TEXT = 100_000;
    private static final int SALT_BYTES = 16;

    private final JournalTable entries;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Journal(JournalTable entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Written by the person who acts now; belongs to the transaction of what it tells. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(PetitionId id, JournalKind kind, Map<String, String> facts, Optional<String> typed) {
        write(id, Actor.current(), kind, facts, typed);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(PetitionId id, JournalKind kind, Map<String, String> facts) {
        write(id, kind, facts, Optional.empty());
    }

    /** As {@link #write(PetitionId, JournalKind, Map, Optional)}, in the name of somebody who has no login: the petitioner. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(
            PetitionId id, OfficerId actor, JournalKind kind, Map<String, String> facts, Optional<String> typed) {
        Optional<String> text = typed.map(raw -> CleanText.of("typed", kind.label(), raw, LONGEST_TEXT))
                .filter(clean -> !clean.isEmpty());
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        entries.append(
                id,
                new NewEntry(
                        clock.instant(),
                        kind,
                        actor,
                        checked(facts),
                        text,
                        HexFormat.of().formatHex(salt)));
    }

    /** For work done while a transaction commits: the entries it makes are written before it does. */
    public void close() {
        entries.close();
    }

    @Transactional(readOnly = true)
    public List<JournalEntry> of(PetitionId id) {
        return entries.of(id);
    }

    /** Recomputes the chain: no entry changed, none missing, none added, and no typed text rewritten. */
    @Transactional(readOnly = true)
    public boolean intact(PetitionId id) {
        return entries.intact(id);
    }

    /** Erases the typed text of one entry (PIPL 47); that it was erased, by whom and when stays. */
    public void erase(PetitionId id, int seq) {
        entries.erase(id, seq);
        write(id, JournalKind.TEXT_ERASED, Map.of("entry", String.valueOf(seq)));
    }

    private static Map<String, String> checked(Map<String, String> facts) {
        facts.forEach((key, value) -> {
            if (!KEY.matcher(key).matches() || !FACT.matcher(value).matches()) {
                throw new IllegalArgumentException("not a fact for the journal: " + key);
            }
        });
        return new TreeMap<>(facts);
    }
}
