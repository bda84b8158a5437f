package io.banku.cli;

import io.banku.feed.Feed;
import io.banku.feed.definition.Nearest;
import io.banku.record.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The feed in a folder that somebody names on a command line; says what may have been meant where there is none. */
final class FeedFolder {
    private static final String DEFINITION = "feed.yaml";

    private FeedFolder() {}

    static Feed load(Path folder, Feed.Values values) {
        require(folder);
        return Feed.load(folder, values);
    }

    /** Whatever the folder is called. */
    static Feed loadCopy(Path folder, Feed.Values values) {
        require(folder);
        return Feed.loadCopy(folder, values);
    }

    private static void require(Path folder) {
        if (!isFeed(folder)) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "BNK-3047 expected a folder with a feed.yaml and its copybook, found " + found(folder));
        }
    }

    /** A definition that cannot be looked at is one, too: why it cannot is told then. */
    private static boolean isFeed(Path folder) {
        return Files.isDirectory(folder) && !Files.notExists(folder.resolve(DEFINITION), LinkOption.NOFOLLOW_LINKS);
    }

    private static String found(Path folder) {
        String told = Shown.of(folder.toString());
        if (Files.isDirectory(folder)) {
            List<Path> feeds = feedsIn(folder);
            return told
                    + (feeds.isEmpty()
                            ? " without one"
                            : ", in which there are feeds; did you mean " + either(feeds) + "?");
        }
        if (Files.exists(folder)) {
            Path parent = parent(folder);
            return "the file " + told + (isFeed(parent) ? "; did you mean " + Shown.of(parent.toString()) + "?" : "");
        }
        return "no " + told + meant(folder);
    }

    private static String meant(Path folder) {
        Path parent = parent(folder);
        if (!Files.isDirectory(parent)) {
            return ", nor " + Shown.of(parent.toString());
        }
        List<String> feeds = feedsIn(parent).stream()
                .map(feed -> Shown.of(feed.getFileName().toString()))
                .toList();
        return feeds.isEmpty() ? "" : Nearest.meant(folder.getFileName().toString(), feeds);
    }

    private static Path parent(Path path) {
        return path.getParent() == null ? Path.of(".") : path.getParent();
    }

    private static String either(List<Path> feeds) {
        return Nearest.either(feeds.stream().map(Path::toString).map(Shown::of).toList());
    }

    private static List<Path> feedsIn(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(FeedFolder::isFeed).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
