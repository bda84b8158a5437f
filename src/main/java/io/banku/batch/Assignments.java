package io.banku.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last thing that was said of each file that was given to a feed. Shared by threads. */
final class Assignments {
    private final Map<String, Assignment> byArrival = new LinkedHashMap<>();

    synchronized void put(Assignment assignment) {
        byArrival.put(assignment.arrival(), assignment);
    }

    /** In the order in which they were said first. */
    synchronized List<Assignment> all() {
        return List.copyOf(byArrival.values());
    }
}
