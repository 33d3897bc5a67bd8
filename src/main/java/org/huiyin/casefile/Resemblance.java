package org.huiyin.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much speaks for two matters being the same: who writes, what the words say, and where. Two persons write about one
 * matter, and one person writes about many; so neither decides alone, and another place or another year cancels the words.
 */
final class Resemblance {
    private static final double CERTAIN = 0.99;
    private static final double PERSON = 0.30;
    private static final double PLACE = 0.15;
    private static final double SUBJECT = 0.03;

    /** What the words must reach when nothing else speaks for it: measured on real letters, see ADR 26. */
    private static final double WORDS_AT_ONE_PLACE = 0.20;

    private static final double WORDS_ALONE = 0.50;

    private final Probe probe;
    private final Map<Integer, Integer> words;
    private final Whereabouts whereabouts;
    private final PairWeights weights;

    Resemblance(Probe probe, PairWeights weights) {
        this.probe = probe;
        this.words = Wording.counted(probe.title(), probe.content());
        this.whereabouts = Whereabouts.of(probe.title(), probe.place(), probe.content());
        this.weights = weights;
    }

    /** Empty when nothing speaks for it. */
    Optional<Candidate> with(Found found) {
        double likeness = Wording.likeness(words, Wording.counted(found.title(), found.content()), weights);
        Whereabouts there = Whereabouts.of(found.title(), found.place(), found.content());
        Whereabouts.Comparison place = whereabouts.comparedWith(there);
        boolean elsewhere = place.answer() == Whereabouts.Answer.OTHER || whereabouts.isOtherYearThan(there);
        Set<Trace> traces = found.traces();
        boolean named = traces.contains(Trace.NUMBER) || traces.contains(Trace.SOURCE);
        boolean samePerson = traces.stream().anyMatch(Trace::isPerson);
        boolean sameAccused = traces.contains(Trace.ACCUSED);
        boolean samePlace = place.answer() == Whereabouts.Answer.SAME && !elsewhere;
        boolean sameWords = !elsewhere && likeness >= (samePlace ? WORDS_AT_ONE_PLACE : WORDS_ALONE);
        if (!named && !samePerson && !sameAccused && !sameWords) {
            return Optional.empty();
        }
        double score = named ? CERTAIN : 0;
        double sum = (samePerson || sameAccused ? PERSON : 0)
                + (elsewhere ? 0 : likeness)
                + (samePlace ? PLACE : 0)
                + (sameSubject(found) ? SUBJECT : 0);
        return Optional.of(candidate(
                found,
                Math.max(score, Math.min(CERTAIN, sum)),
                samePerson,
                reasons(found, likeness, place, whereabouts.isOtherYearThan(there) ? yearsOf(there) : "")));
    }

    private boolean sameSubject(Found found) {
        return !probe.subject().isEmpty() && probe.subject().equals(found.subject());
    }

    private String yearsOf(Whereabouts there) {
        return String.join("、", whereabouts.years()) + "／" + String.join("、", there.years());
    }

    private List<String> reasons(Found found, double likeness, Whereabouts.Comparison place, String years) {
        List<String> reasons = new ArrayList<>();
        for (Trace trace : Trace.values()) {
            if (trace != Trace.WORDS && found.traces().contains(trace)) {
                reasons.add(trace.label());
            }
        }
        switch (place.answer()) {
            case SAME -> reasons.add("地点一致：" + place.name());
            case OTHER -> reasons.add("地点不同：" + place.name());
            case UNKNOWN -> {}
        }
        if (!years.isEmpty()) {
            reasons.add("年份不同：" + years);
        }
        if (!found.traces().contains(Trace.SAME_TEXT)) {
            reasons.add(String.format(Locale.ROOT, "文字相似 %.2f", likeness));
        }
        if (sameSubject(found)) {
            reasons.add("内容分类相同：" + found.subject());
        }
        return reasons;
    }

    private static Candidate candidate(Found found, double score, boolean samePerson, List<String> reasons) {
        Petition petition = found.petition();
        return new Candidate(
                petition.id(),
                found.title(),
                petition.state(),
                petition.organ(),
                petition.receivedAt(),
                found.place(),
                petition.endReason(),
                (int) Math.round(score * 100),
                samePerson,
                reasons);
    }
}
