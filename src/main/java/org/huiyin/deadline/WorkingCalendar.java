package org.huiyin.deadline;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The national calendar as loaded; read once, for nothing but a migration changes it. */
@Component
class WorkingCalendar {
    private final Supplier<WorkingDays> days;

    WorkingCalendar(CalendarTable table) {
        this.days = SingletonSupplier.of(table::national);
    }

    WorkingDays days() {
        return days.get();
    }
}
