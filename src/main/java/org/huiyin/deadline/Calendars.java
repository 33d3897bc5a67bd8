package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.deadline.WorkingDays.FixedHoliday;
import org.huiyin.deadline.WorkingDays.Published;

/**
 * The calendars of all regions at one moment. A region adds to what is around it: of a day that several notices speak of,
 * the nearest decides (全国年节及纪念日放假办法 article 4). Whether a year is published is said by the national notice.
 */
final class Calendars {
    private final Map<Region, Map<LocalDate, Published>> published;
    private final Set<Integer> years;
    private final List<FixedHoliday> fixed;
    private final Map<Region, WorkingDays> byRegion = new ConcurrentHashMap<>();

    Calendars(Map<Region, Map<LocalDate, Published>> published, Set<Integer> years, List<FixedHoliday> fixed) {
        this.published = Map.copyOf(published);
        this.years = Set.copyOf(years);
        this.fixed = List.copyOf(fixed);
    }

    WorkingDays of(Region region) {
        return byRegion.computeIfAbsent(nearestWithDays(region), this::merge);
    }

    private Region nearestWithDays(Region region) {
        return region.widening().stream()
                .filter(near -> near.isNation() || published.containsKey(near))
                .findFirst()
                .orElse(Region.NATION);
    }

    private WorkingDays merge(Region region) {
        Map<LocalDate, Published> days = new HashMap<>();
        region.widening().forEach(near -> published.getOrDefault(near, Map.of()).forEach(days::putIfAbsent));
        return new WorkingDays(days, years, fixed);
    }
}
