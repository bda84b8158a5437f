package io.banku.feed;

import io.banku.copybook.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * A feed that does not compile.
     *
     * @param name its folder's
     * @param files which files would be its; empty where that cannot be known: then any may be
     */
    public record Broken(String name, List<Fault> faults, Optional<FilePattern> files) {
        private boolean mayClaim(String fileName) {
            return files.isEmpty() || files.get().match(fileName).isPresent();
        }
    }

    private final List<Feed> feeds;
    private final List<Broken> broken;

    private FeedCatalog(List<Feed> feeds, List<Broken> broken) {
        this.feeds = List.copyOf(feeds);
        this.broken = List.copyOf(broken);
    }

    /**
     * Compiles every folder that has a {@code feed.yaml}.
     *
     * @throws FeedException with the faults of all feeds
     */
    public static FeedCatalog load(Path directory) {
        FeedCatalog all = loadGood(directory);
        if (!all.broken.isEmpty()) {
            throw all.refused();
        }
        return all;
    }

    /**
     * As {@link #load}, where a feed that does not compile stops no other one.
     *
     * @throws FeedException when there is none that does
     */
    public static FeedCatalog loadGood(Path directory) {
        List<Feed> feeds = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (Path folder : folders(directory)) {
            try {
                feeds.add(Feed.load(folder));
            } catch (FeedException faulty) {
                broken.add(new Broken(folder.getFileName().toString(), faulty.faults(), faulty.files()));
            }
        }
        refuseOutOfOrder(feeds, broken);
        List<Broken> lost = lookingUpNothing(feeds, broken);
        broken.addAll(lost);
        feeds.removeIf(feed -> lost.stream().anyMatch(each -> each.name().equals(feed.name())));
        FeedCatalog all = new FeedCatalog(feeds, broken);
        if (feeds.isEmpty()) {
            throw broken.isEmpty() ? none(directory) : all.refused();
        }
        return all;
    }

    private static void refuseOutOfOrder(List<Feed> feeds, List<Broken> broken) {
        Set<String> names = broken.stream().map(Broken::name).collect(Collectors.toSet());
        Map<String, List<Fault>> faults = new FeedOrder(feeds, names).faults();
        feeds.stream()
                .filter(feed -> faults.containsKey(feed.name()))
                .forEach(feed ->
                        broken.add(new Broken(feed.name(), faults.get(feed.name()), Optional.of(feed.files()))));
        feeds.removeIf(feed -> faults.containsKey(feed.name()));
    }

    private static List<Broken> lookingUpNothing(List<Feed> feeds, List<Broken> broken) {
        LookupCheck check =
                new LookupCheck(feeds, broken.stream().map(Broken::name).toList());
        return feeds.stream()
                .map(feed -> new Broken(feed.name(), check.faults(feed), Optional.of(feed.files())))
                .filter(feed -> !feed.faults().isEmpty())
                .toList();
    }

    private static FeedException none(Path directory) {
        return new FeedException(
                List.of(new Fault(directory.toString(), 1, 1, "expected folders with a feed.yaml, found none")));
    }

    private FeedException refused() {
        return new FeedException(
                broken.stream().flatMap(feed -> feed.faults().stream()).toList());
    }

    private static List<Path> folders(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(FeedCatalog::isFeed).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A definition that cannot be looked at is one, too: its feed must not vanish without a word. */
    private static boolean isFeed(Path folder) {
        return Files.isDirectory(folder)
                && !Files.notExists(folder.resolve(FeedLoader.FILE), LinkOption.NOFOLLOW_LINKS);
    }

    public List<Feed> feeds() {
        return feeds;
    }

    public Optional<Feed> feed(String name) {
        return feeds.stream().filter(feed -> feed.name().equals(name)).findFirst();
    }

    /** Those that do not compile. */
    public List<Broken> broken() {
        return broken;
    }

    /** Of a file that no feed claims: a feed that might, if it were mended. */
    public Optional<Broken> mayBelongTo(String fileName) {
        return broken.stream().filter(feed -> feed.mayClaim(fileName)).findFirst();
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
