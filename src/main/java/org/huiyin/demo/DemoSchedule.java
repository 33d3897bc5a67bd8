package org.huiyin.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.huiyin.engine.EngineClock;

/**
 * All steps of all stories in the order in which they happened, so that papers are numbered by their days. Officers work
 * on working days from nine on: what would fall on a weekend is done on the Monday after it.
 */
record DemoSchedule(Instant begunAt, List<DemoLetter> letters) {
    private static final int OPENING = 9 * 60;
    private static final int MINUTES_PER_STEP = 47;

    /** @param number the place of the step in the story of its letter, from 0 on */
    record Entry(DemoLetter letter, int number, Instant at) {
        DemoStep step() {
            return letter.steps().get(number);
        }
    }

    List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            DemoLetter letter = letters.get(i);
            for (int number = 0; number < letter.steps().size(); number++) {
                all.add(new Entry(letter, number, at(letter.steps().get(number), i, number)));
            }
        }
        all.sort(Comparator.comparing(Entry::at));
        return all;
    }

    private Instant at(DemoStep step, int letter, int number) {
        int minute = OPENING + number * MINUTES_PER_STEP + letter * 7 % MINUTES_PER_STEP;
        Instant planned = dayOf(step)
                .atStartOfDay(EngineClock.BEIJING)
                .plusMinutes(minute)
                .toInstant();
        return planned.isAfter(begunAt) ? begunAt : planned;
    }

    private LocalDate dayOf(DemoStep step) {
        LocalDate first = LocalDate.ofInstant(begunAt, EngineClock.BEIJING);
        LocalDate day = first.minusDays(step.day());
        LocalDate monday = day.plusDays(Math.max(0, 8 - day.getDayOfWeek().getValue()));
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return weekend && step.isOfficeWork() && monday.isBefore(first) ? monday : day;
    }
}
