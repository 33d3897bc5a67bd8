package org.huiyin.engine;

import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** A user task whose form is being opened: enough to look up defaults, nothing to change. */
public record OpenTask(
        String taskId, String activity, PetitionId petition, Optional<String> assignee, Map<String, Object> routing) {
    public Optional<String> routing(Variable<String> variable) {
        return Optional.ofNullable(routing.get(variable.name())).map(String::valueOf);
    }

    public Optional<OrganId> organ(Variable<String> variable) {
        return routing(variable).map(OrganId::new);
    }
}
