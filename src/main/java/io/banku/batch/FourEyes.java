package io.banku.batch;

import java.util.Set;
import java.util.TreeSet;

/** What a feed's definition lets nobody decide alone, so that processes know it that have no definition. */
public record FourEyes(String feed, Set<Decision.Action> actions) {
    public FourEyes {
        actions = Set.copyOf(actions);
    }

    static FourEyes none(String feed) {
        return new FourEyes(feed, Set.of());
    }

    /** @param actions as the definition calls them */
    static FourEyes of(String feed, Set<String> actions) {
        Set<Decision.Action> known = new TreeSet<>();
        actions.forEach(action -> known.add(Decision.Action.of(action)));
        return new FourEyes(feed, known);
    }
}
