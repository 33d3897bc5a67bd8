package org.huiyin.scenario;

import java.util.Random;
import org.huiyin.kernel.PetitionId;

/** A petition that is carried through its life, and what its petitioner is going to do. */
final class Matter {
    final PetitionId id;
    final String queryCode;
    final LetterRow letter;
    /** What chance has in store for this petition, whatever happens to others at the same time. */
    final Random chance;

    final boolean evaluates;
    final boolean acknowledges;
    final boolean asksForReview;
    boolean evaluated;
    boolean acknowledged;
    boolean askedForReview;

    Matter(PetitionId id, String queryCode, LetterRow letter, Random chance) {
        this.id = id;
        this.queryCode = queryCode;
        this.letter = letter;
        this.chance = chance;
        this.evaluates = chance.nextInt(100) < 50;
        this.acknowledges = chance.nextInt(100) < 60;
        this.asksForReview = chance.nextInt(100) < 15;
    }

    @Override
    public String toString() {
        return id.value();
    }
}
