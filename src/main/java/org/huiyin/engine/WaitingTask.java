package org.huiyin.engine;

import org.huiyin.kernel.PetitionId;

/**
 * An open task in somebody's lists.
 *
 * @param offered nobody has taken it yet
 */
public record WaitingTask(String id, PetitionId petition, boolean offered) {}
