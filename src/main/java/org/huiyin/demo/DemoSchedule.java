package org.huiyin.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.huiyin.engine.EngineClock;

/**
 * When the steps of all stories happened. Officers work on working days from nine on: what would fall on a weekend is done
 * on the Monday after it.
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

    /** All steps in the order in which they happened, so that papers are numbered by their days. */
    List<Entry> entries() {
        return IntStream.range(0, letters.size())
                .mapToObj(this::story)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Entry::at))
                .toList();
    }

    /** The steps of one letter. */
    List<Entry> story(int letter) {
        List<DemoStep> steps = letters.get(letter).steps();
        return IntStream.range(0, steps.size())
                .mapToObj(number -> new Entry(letters.get(letter), number, at(steps.get(number), letter, number)))
                .toList();
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
