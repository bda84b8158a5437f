package io.banku.batch;

import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.Feed;
import io.banku.feed.Numbering;
import io.banku.feed.Pass;
import io.banku.feed.Reject;
import io.banku.feed.Repeats;
import io.banku.feed.Sink;
import io.banku.record.FramingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which records of a batch have a key that is in the log already. The keys of each batch lie sorted in a file of their own,
 * {@code unique/FEED/ID.keys}, and are compared by reading both files once: exact, in memory that does not grow with them.
 * All of it is derived from the staged and archived files, and made again where it is missing. One thread.
 */
final class UniqueKeys {
    private final Directories directories;
    private final FeedLedger known;
    private final Path folder;

    UniqueKeys(String feed, Directories directories, FeedLedger known) {
        this.directories = directories;
        this.known = known;
        this.folder = directories.unique(feed);
    }

    /** Finds the records that repeat others, for both passes: between them nothing else of the feed is compared with it. */
    void find(Batch batch, StagedFolder staged) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(keysOf(batch));
        Files.deleteIfExists(repeatsOf(batch));
        Feed feed = staged.definition();
        List<Batch> others = others(batch, feed.uniqueDays().orElseThrow());
        Path all = folder.resolve(batch.id() + ".all.part");
        try (SortedEntries repeats = new SortedEntries(RepeatsFile.WIDTH, folder);
                SortedEntries repeated = new SortedEntries(KeyFile.WIDTH, folder)) {
            boolean isWhole = staged.use(file -> collect(
                    batch,
                    feed,
                    file,
                    Repeats.NONE,
                    all,
                    (record, first) -> repeats.add(RepeatsFile.entry(record, others.size(), first))));
            for (int i = 0; isWhole && i < others.size(); i++) {
                if (isKnown(others.get(i), batch)) {
                    compare(all, others.get(i), i, repeats, repeated);
                }
            }
            if (isWhole) {
                KeyFile.writeWithout(keysOf(batch), all, repeated);
            }
            List<String> ids = new ArrayList<>(others.stream().map(Batch::id).toList());
            ids.add(batch.id());
            RepeatsFile.write(repeatsOf(batch), repeats, ids);
        } finally {
            Files.deleteIfExists(all);
        }
    }

    /** As they were found; found again where the file is gone. */
    RepeatsFile open(Batch batch, StagedFolder staged) throws IOException {
        if (Files.notExists(repeatsOf(batch))) {
            find(batch, staged);
        }
        return RepeatsFile.open(repeatsOf(batch), known);
    }

    private Path keysOf(Batch batch) {
        return folder.resolve(batch.id() + ".keys");
    }

    private Path repeatsOf(Batch batch) {
        return folder.resolve(batch.id() + ".repeats");
    }

    /** What is in the log or on its way there, and not forgotten when the batch came first; oldest first. */
    private List<Batch> others(Batch batch, int days) {
        Instant since = firstStaged(batch).minus(Duration.ofDays(days));
        return known.inLogSince(since).stream()
                .filter(other -> !other.id().equals(batch.id()))
                .sorted(Comparator.comparing(Batch::movedAt))
                .toList();
    }

    /** The same at every attempt, so that each finds what the one before found. */
    private static Instant firstStaged(Batch batch) {
        return batch.history().get(0).at();
    }

    /** Are its keys there, or can they be made? Where not, somebody has to say that it goes without them. */
    private boolean isKnown(Batch other, Batch batch) throws IOException {
        if (KeyFile.isWhole(keysOf(other)) || remake(other)) {
            return true;
        }
        if (batch.isWaived(HoldReason.KEYS_MISSING)) {
            return false;
        }
        throw NotAsStagedException.keysMissing(
                "expected to know which records batch " + other.id() + " (" + other.file()
                        + ") put into the log, found neither " + keysOf(other)
                        + " nor the file that it was, to make it again; put one of them back, then release, or release to go"
                        + " without them");
    }

    /** A definition that named no key had none: the file is an empty one then, so that it is not asked again. */
    private boolean remake(Batch other) throws IOException {
        Optional<Path> home = directories.found(other);
        Optional<Feed> feed = home.flatMap(
                left -> Definition.find(Definition.folder(left, other.file(), other.feed()), other.definition()));
        if (feed.isEmpty() || Files.notExists(home.get().resolve(other.file()))) {
            return false;
        }
        Path file = home.get().resolve(other.file());
        if (Files.notExists(repeatsOf(other))) {
            return collect(other, feed.get(), file, Repeats.NONE, keysOf(other), (record, first) -> {});
        }
        try (RepeatsFile repeats = RepeatsFile.open(repeatsOf(other), known)) {
            return collect(other, feed.get(), file, repeats, keysOf(other), (record, first) -> {});
        }
    }

    /** False where the file is not what it was. */
    private boolean collect(Batch batch, Feed feed, Path file, Repeats repeats, Path into, KeyFile.Repeated repeated)
            throws IOException {
        try (SortedEntries keys = new SortedEntries(KeyFile.WIDTH, folder)) {
            DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), Fingerprint.sha256());
            BatchInput input = new BatchInput(feed.files().match(batch.file()).orElseThrow(), Numbering.NONE, repeats);
            try (BatchReader reader = feed.read(input, bytes, Pass.PUBLISH)) {
                while (feed.uniqueDays().isPresent() && reader.next(NOWHERE)) {
                    if (reader.key() != null) {
                        keys.add(KeyFile.entry(reader.key(), reader.recordNumber()));
                    }
                }
            } catch (FramingException toldByTheCheck) {
                return false;
            }
            if (feed.uniqueDays().isPresent()
                    && !Fingerprint.hex(bytes.getMessageDigest()).equals(batch.sha256())) {
                return false;
            }
            KeyFile.write(into, keys, repeated);
            return true;
        }
    }

    /** Of one that is not complete, and not under way either, only what is in the log counts. */
    private void compare(Path all, Batch other, int place, SortedEntries repeats, SortedEntries repeated)
            throws IOException {
        long in = other.state() == BatchState.SEALED || other.isOnItsWay() ? Long.MAX_VALUE : other.done();
        try (KeyFile.Reader mine = KeyFile.read(all);
                KeyFile.Reader theirs = KeyFile.read(keysOf(other))) {
            byte[] here = mine.next();
            byte[] there = theirs.next();
            while (here != null && there != null) {
                int order = KeyFile.compareKeys(here, there);
                if (order == 0 && KeyFile.record(there) <= in) {
                    repeats.add(RepeatsFile.entry(KeyFile.record(here), place, KeyFile.record(there)));
                    repeated.add(here);
                }
                here = order <= 0 ? mine.next() : here;
                there = order >= 0 ? theirs.next() : there;
            }
        }
    }

    private static final Sink NOWHERE = new Sink() {
        @Override
        public void event(io.banku.account.Event event, int index) {}

        @Override
        public void rejected(Reject reject) {}
    };
}
