package org.huiyin.staffing;

import java.util.Map;
import org.huiyin.deadline.Lamp;
import org.huiyin.organ.Officer;

/** How much an officer has in hand, by the lamp of the matter; a pressing matter counts by its lamp too. */
public record Load(Officer officer, boolean away, Map<Lamp, Long> tasks) {
    public Load {
        tasks = Map.copyOf(tasks);
    }

    public long all() {
        return tasks.values().stream().mapToLong(Long::longValue).sum();
    }
}
