package io.banku.batch;

import io.banku.feed.Feed;
import io.banku.feed.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A feed's files beside a batch's, in the folders that they had: {@code definition/FEED/LIBA/MEMBER.cpy}. Known by one
 * hash of their paths and contents.
 */
final class Definition {
    private Definition() {}

    /** Within a batch's folder. */
    static Path folder(Path batch, String file, String feed) {
        return batch.resolve(new Beside(file).definition()).resolve(feed);
    }

    /** Writes what the feed was compiled from into the folder; what an earlier try left there is overwritten. */
    static String lay(Feed feed, Path folder) throws IOException {
        Path from = home(feed);
        for (Path source : feed.sources()) {
            Path copy = folder.resolve(from.relativize(source).toString());
            Files.createDirectories(copy.getParent());
            Files.write(copy, feed.content(source));
        }
        return hash(folder, relative(feed));
    }

    /** The feed as it was laid there, if what lies there has this hash. */
    static Feed load(Path folder, String hash) {
        String found;
        try {
            Feed feed = Feed.load(folder);
            found = hash(folder, relative(feed));
            if (found.equals(hash)) {
                return feed;
            }
        } catch (FeedException broken) {
            found = "one that cannot be compiled: "
                    + broken.faults().stream().limit(3).map(Object::toString).collect(Collectors.joining("; "));
        } catch (IOException unreadable) {
            found = "one that cannot be read: " + unreadable;
        }
        throw NotAsStagedException.redefined("expected the definition that was staged, SHA-256 " + hash + ", in "
                + folder + ", found " + found + "; put its files back, then release");
    }

    /** As {@link #load}; empty where it is not as it was. */
    static Optional<Feed> find(Path folder, String hash) {
        try {
            return Optional.of(load(folder, hash));
        } catch (NotAsStagedException another) {
            return Optional.empty();
        }
    }

    private static Path home(Feed feed) {
        return feed.sources().get(0).getParent();
    }

    private static List<Path> relative(Feed feed) {
        Path home = home(feed);
        return feed.sources().stream().map(home::relativize).toList();
    }

    /** Of files in one folder it is the hash that earlier versions made: of their names, not of where the folder lies. */
    private static String hash(Path folder, List<Path> files) throws IOException {
        StringBuilder parts = new StringBuilder();
        for (Path file : files) {
            parts.append(file.toString().replace('\\', '/'))
                    .append('\0')
                    .append(Fingerprint.of(folder.resolve(file.toString())))
                    .append('\0');
        }
        return Fingerprint.ofText(parts.toString());
    }
}
