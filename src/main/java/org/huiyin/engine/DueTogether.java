package org.huiyin.engine;

import java.util.List;

/**
 * Instances of one process whose timers fall due in a crowd: the timer that is executed takes others along in its own
 * command, so that a commit is paid once for many.
 */
public interface DueTogether {
    String processKey();

    /**
     * Instances whose timer is due too, with their rows locked until the command ends. What another command holds is
     * left to it: nobody waits, and nobody turns the same row twice.
     */
    List<String> others(int atMost);
}
