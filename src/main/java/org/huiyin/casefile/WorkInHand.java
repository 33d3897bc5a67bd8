package org.huiyin.casefile;

import java.util.stream.Stream;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.OpenTaskRow;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Component;

/** Who has a task of a petition in his hands, and whether it is a step of the matter itself. */
@Component
public class WorkInHand {
    /** The task of an organ that is asked for its view beside the matter (协办): it shows the facts, and nobody's name. */
    public static final String CONTRIBUTION = "giveContribution";

    private final EngineGateway engine;

    WorkInHand(EngineGateway engine) {
        this.engine = engine;
    }

    public boolean holdsTask(OfficerId officer, PetitionId id) {
        return tasks(officer, id).findAny().isPresent();
    }

    /** Who is asked for a contribution does not handle the matter. */
    public boolean handles(OfficerId officer, PetitionId id) {
        return tasks(officer, id).anyMatch(task -> !task.activity().equals(CONTRIBUTION));
    }

    private Stream<OpenTaskRow> tasks(OfficerId officer, PetitionId id) {
        return engine.as(officer, () -> engine.openTasks(id)).stream()
                .filter(task -> task.assignee().filter(officer::equals).isPresent());
    }
}
