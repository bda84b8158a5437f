package io.banku.feed;

import io.banku.copybook.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All the feeds under a directory, in the order of their names. Immutable, shared by threads. */
public final class FeedCatalog {

    /** A file's name and the one feed that claims it. */
    public record Match(Feed feed, FileName file) {}

    /** Two feeds or more claim the same file: whose records these are cannot be known. */
    public static final class AmbiguousFileException extends RuntimeException {
        private AmbiguousFileException(String message) {
            super(message);
        }
    }

    private final List<Feed> feeds;

    private FeedCatalog(List<Feed> feeds) {
        this.feeds = List.copyOf(feeds);
    }

    /**
     * Compiles every folder that has a {@code feed.yaml}.
     *
     * @throws FeedException with the faults of all feeds
     */
    public static FeedCatalog load(Path directory) {
        List<Feed> feeds = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Path folder : folders(directory)) {
            try {
                feeds.add(Feed.load(folder));
            } catch (FeedException broken) {
                faults.addAll(broken.faults());
            }
        }
        if (feeds.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(directory.toString(), 1, 1, "expected folders with a feed.yaml, found none"));
        }
        if (!faults.isEmpty()) {
            throw new FeedException(faults);
        }
        return new FeedCatalog(feeds);
    }

    private static List<Path> folders(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(folder -> Files.exists(folder.resolve(FeedLoader.FILE)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public List<Feed> feeds() {
        return feeds;
    }

    public Optional<Feed> feed(String name) {
        return feeds.stream().filter(feed -> feed.name().equals(name)).findFirst();
    }

    /**
     * The feed whose pattern the name matches; empty when there is none.
     *
     * @throws AmbiguousFileException when there are several
     */
    public Optional<Match> claim(String fileName) {
        List<Match> matches = feeds.stream()
                .flatMap(feed -> feed.files().match(fileName).map(file -> new Match(feed, file)).stream())
                .toList();
        if (matches.size() > 1) {
            throw new AmbiguousFileException("expected one feed that claims " + fileName + ", found "
                    + matches.stream().map(match -> told(match.feed())).collect(Collectors.joining(" and ")));
        }
        return matches.stream().findFirst();
    }

    /** {@code daily-transactions (TXN.D{date:yyMMdd}.BIN)}, one per feed: for telling that no feed claims a file. */
    public List<String> patterns() {
        return feeds.stream().map(FeedCatalog::told).toList();
    }

    private static String told(Feed feed) {
        return feed.name() + " (" + feed.files().text() + ")";
    }
}
