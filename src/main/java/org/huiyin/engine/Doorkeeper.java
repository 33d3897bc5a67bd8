package org.huiyin.engine;

import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/** Who must have nothing to do with a petition, asked by the engine whenever a task is offered or taken (articles 28, 30). */
public interface Doorkeeper {
    /**
     * Who is offered a task in place of those whom its model names. Empty when nobody of them is barred, which is so for
     * nearly every petition; otherwise the persons to whom alone it is offered, never none.
     *
     * @param groups the candidate groups of the model
     * @param assignee whom the model gives it by name
     */
    Optional<Set<OfficerId>> insteadOf(PetitionId petition, Set<String> groups, Optional<OfficerId> assignee);

    boolean isBarred(OfficerId officer, PetitionId petition);

    /** R28: he is away, and others do what the models give him by name. */
    boolean isAway(OfficerId officer);

    /** A task that the model gives by name to somebody who is barred has been taken by another: from now on the name is his. */
    void takenInPlaceOf(PetitionId petition, OfficerId barred, OfficerId by);

    /** The petitions from which an officer who may read whole models is barred; none for all other officers. */
    Set<String> hiddenFromWatcher(OfficerId officer);

    /** A relation of our own whose column {@code instance} names what a watcher outside of a circle does not find; none otherwise. */
    Optional<String> closedTo(OfficerId officer);
}
