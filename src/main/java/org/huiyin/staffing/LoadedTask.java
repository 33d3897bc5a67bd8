package org.huiyin.staffing;

import org.huiyin.deadline.Lamp;
import org.huiyin.engine.HeldTask;
import org.huiyin.organ.Role;

/** One task of an officer, or of a group that nobody has taken from, as a head sees it. */
public record LoadedTask(HeldTask task, String title, Lamp lamp, java.util.Optional<Role> role) {
    /** Never prints the title: records end up in logs. */
    @Override
    public String toString() {
        return "LoadedTask[" + task.id() + "]";
    }
}
