package org.huiyin.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 查询码: random, kept only as a keyed fingerprint, and locked for a while after too many wrong ones. */
@Component
class QueryCodes {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";
    private static final int LENGTH = 10;
    private static final int MOST_FAILURES = 10;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final PetitionTable petitions;
    private final QueryFailureTable failures;
    private final DataCipher cipher;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private final SecureRandom random = new SecureRandom();

    QueryCodes(
            PetitionTable petitions,
            QueryFailureTable failures,
            DataCipher cipher,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.petitions = petitions;
        this.failures = failures;
        this.cipher = cipher;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    String random() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What is kept of a code, in hexadecimal digits. */
    String fingerprint(PetitionId id, String code) {
        return HexFormat.of().formatHex(cipher.fingerprint("query code of " + id.value(), normalised(code)));
    }

    /** Counts a failure in a transaction of its own, so that it stays counted when the caller rolls back. */
    boolean opens(PetitionId id, String code) {
        Instant since = clock.instant().minus(WINDOW);
        boolean right = petitions
                .queryCode(id)
                .map(kept -> isSame(kept, fingerprint(id, code)))
                .orElse(false);
        failures.since(id, since, MOST_FAILURES).ifPresent(first -> {
            throw new QueryCodeLocked(Duration.between(clock.instant(), first.plus(WINDOW)));
        });
        if (!right) {
            ownTransaction.executeWithoutResult(tx -> failures.add(id, clock.instant(), since));
        }
        return right;
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String normalised(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }
}
