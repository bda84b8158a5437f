package io.banku.feed;

import io.banku.copybook.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which feeds of a directory are after which: each has to be there, to tell a date in its files' names, and to be after none
 * that is after it. Immutable.
 */
final class FeedOrder {
    private final Map<String, Feed> feeds = new LinkedHashMap<>();
    private final Set<String> broken;

    /** @param broken names of those that do not compile: they are there, and may be mended */
    FeedOrder(Collection<Feed> feeds, Set<String> broken) {
        feeds.forEach(feed -> this.feeds.put(feed.name(), feed));
        this.broken = Set.copyOf(broken);
    }

    /** What is wrong with each of them, by name. */
    Map<String, List<Fault>> faults() {
        Map<String, List<Fault>> faults = new HashMap<>();
        for (Feed feed : feeds.values()) {
            for (Before before : feed.terms().after()) {
                fault(feed, before)
                        .ifPresent(message -> faults.computeIfAbsent(feed.name(), none -> new ArrayList<>())
                                .add(before.fault(feed.name(), message)));
            }
        }
        return faults;
    }

    private Optional<String> fault(Feed feed, Before before) {
        String name = before.feed();
        if (name.equals(feed.name())) {
            return Optional.of("expected another feed in 'after', found " + name + " itself");
        }
        if (broken.contains(name)) {
            return Optional.empty();
        }
        Feed other = feeds.get(name);
        if (other == null) {
            return Optional.of("expected a feed in 'after', one of " + others(feed) + ", found " + name);
        }
        if (!other.files().facts().contains("date")) {
            return Optional.of("expected a feed in 'after' with {date:PATTERN} in its 'files', found " + name + " ("
                    + other.files().text() + ")");
        }
        return way(name, feed.name(), new HashSet<>())
                .map(circle -> "expected no circle in 'after', found " + feed.name() + " after " + circle);
    }

    private Set<String> others(Feed feed) {
        Set<String> others = new TreeSet<>(feeds.keySet());
        others.remove(feed.name());
        return others;
    }

    /** {@code b after a}, from b to a, by whatever is between: a batch waits for what it looks up, too, as long as there is none. */
    private Optional<String> way(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return Optional.of(to);
        }
        if (!seen.add(from) || !feeds.containsKey(from)) {
            return Optional.empty();
        }
        Feed feed = feeds.get(from);
        Stream<String> after = feed.terms().feedsBefore().stream()
                .flatMap(next -> way(next, to, seen).map(rest -> from + " after " + rest).stream());
        Stream<String> lookedUp = feed.lookups().stream()
                .flatMap(use -> way(use.reference(), to, seen).map(rest -> from + ", which looks up " + rest).stream());
        return Stream.concat(after, lookedUp).findFirst();
    }
}
