package org.huiyin.testkit;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which nodes and flows of a model were passed by a token since {@link #forget()}. */
public final class PathCoverage {
    private static final Map<String, PathCoverage> PROCESSES = new ConcurrentHashMap<>();

    private final Set<String> all = new ConcurrentSkipListSet<>();
    private final Set<String> passed = new ConcurrentSkipListSet<>();

    private PathCoverage() {}

    public static PathCoverage of(String processKey) {
        return PROCESSES.computeIfAbsent(processKey, key -> new PathCoverage());
    }

    /** Every node was entered and every flow taken. */
    public boolean isComplete() {
        return !all.isEmpty() && missing().isEmpty();
    }

    /** Ids of nodes and flows that no token has passed. */
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>(all);
        missing.removeAll(passed);
        return missing;
    }

    public void forget() {
        passed.clear();
    }

    void exists(String element) {
        all.add(element);
    }

    void passed(String element) {
        passed.add(element);
    }
}
