package io.banku.feed;

import io.banku.copybook.Fault;
import io.banku.feed.definition.Nearest;
import io.banku.feed.expression.LookupUse;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what feeds look up is there: each a reference, and none of them looked up by itself in the end. */
final class LookupCheck {
    private final Map<String, Feed> feeds;
    private final Collection<String> broken;

    /** @param broken names of feeds that do not compile: what they are is not known */
    LookupCheck(Collection<Feed> feeds, Collection<String> broken) {
        this.feeds = feeds.stream().collect(Collectors.toMap(Feed::name, Function.identity()));
        this.broken = broken;
    }

    List<Fault> faults(Feed feed) {
        return feed.lookups().stream()
                .flatMap(use -> fault(feed, use)
                        .map(message -> new Fault(
                                feed.name() + "/" + FeedLoader.FILE,
                                use.position().line(),
                                use.position().column(),
                                message))
                        .stream())
                .distinct()
                .toList();
    }

    private Optional<String> fault(Feed feed, LookupUse use) {
        Feed reference = feeds.get(use.reference());
        if (reference == null) {
            return broken.contains(use.reference())
                    ? Optional.empty()
                    : Optional.of("expected a feed with 'role: reference' to look up, found no feed '" + use.reference()
                            + "'" + meant(use.reference()));
        }
        if (!reference.isReference()) {
            return Optional.of("expected a feed with 'role: reference' to look up, found '" + use.reference()
                    + "', which has another role" + meant(use.reference()));
        }
        Deque<String> way = new ArrayDeque<>();
        return leads(reference, feed.name(), way)
                ? Optional.of("expected a reference that does not look up '" + feed.name() + "', found "
                        + Stream.concat(Stream.of(feed.name()), way.stream()).collect(Collectors.joining(" → ")))
                : Optional.empty();
    }

    private String meant(String name) {
        List<String> references = feeds.values().stream()
                .filter(Feed::isReference)
                .map(Feed::name)
                .sorted()
                .toList();
        return references.isEmpty() ? "; there is none" : Nearest.meant(name, references);
    }

    /** @param way from the one asked to the goal, where it leads there */
    private boolean leads(Feed from, String goal, Deque<String> way) {
        if (way.contains(from.name())) {
            return false;
        }
        way.addLast(from.name());
        if (from.name().equals(goal)) {
            return true;
        }
        for (LookupUse use : from.lookups()) {
            Feed next = feeds.get(use.reference());
            if (next != null && leads(next, goal, way)) {
                return true;
            }
        }
        way.removeLast();
        return false;
    }
}
