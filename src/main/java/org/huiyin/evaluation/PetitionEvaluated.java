package org.huiyin.evaluation;

import org.huiyin.kernel.PetitionId;

/** The petitioner has read the answer and said what he thinks of it. */
public record PetitionEvaluated(PetitionId petition) {}
