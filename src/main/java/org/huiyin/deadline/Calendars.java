package org.huiyin.deadline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
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

    /** The same with a change in it, to be tried. */
    Calendars with(CalendarChange change) {
        Map<Region, Map<LocalDate, Published>> all = new HashMap<>(published);
        Map<LocalDate, Published> days = new HashMap<>(published.getOrDefault(change.region(), Map.of()));
        change.removed().forEach(days::remove);
        change.added().forEach(day -> days.put(day.date(), CalendarChange.published(day)));
        all.put(change.region(), days);
        Set<Integer> known = new HashSet<>(years);
        if (change.region().isNation()) {
            known.add(change.year());
        }
        return new Calendars(all, known, fixed);
    }

    /** The public days with a fixed date in this year. */
    List<FixedHoliday> fixedIn(int year) {
        return fixed.stream()
                .filter(holiday -> !holiday.day().atYear(year).isBefore(holiday.validFrom()))
                .toList();
    }

    boolean isPublished(int year) {
        return years.contains(year);
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
