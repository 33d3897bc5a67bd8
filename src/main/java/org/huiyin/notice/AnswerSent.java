package org.huiyin.notice;

import org.huiyin.kernel.PetitionId;

/** The answer to a petition has gone out, or was published; in the transaction that records it. */
public record AnswerSent(PetitionId petition) {}
