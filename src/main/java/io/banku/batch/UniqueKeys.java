package io.banku.batch;

import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.Feed;
import io.banku.feed.Numbering;
import io.banku.feed.Pass;
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
import java.util.stream.Stream;

/**
 * Which records of a batch have a key that is in the log already. The keys of each batch lie sorted in a file of their own,
 * {@code unique/FEED/ID.keys}, and are compared by reading both files once: exact, in memory that does not grow with them.
 * All of it is derived from the staged and archived files, and made again where it is missing. One thread.
 */
final class UniqueKeys {
    private final Directories directories;
    private final FeedLedger known;
    private final UniqueFolder folder;
    private final References references;

    UniqueKeys(String feed, Directories directories, FeedLedger known, References references) {
        this.references = references;
        this.directories = directories;
        this.known = known;
        this.folder = new UniqueFolder(directories.unique(feed));
    }

    /** Finds the records that repeat others, for both passes: between them nothing else of the feed is compared with it. */
    void find(Batch batch, StagedFolder staged) throws IOException {
        Feed feed = staged.definition();
        int days = feed.uniqueDays().orElseThrow();
        folder.makeReadyFor(batch);
        folder.forget(known, earliest(known, batch).minus(Duration.ofDays(days)));
        List<Batch> others = others(batch, days);
        Path all = folder.unfinished(batch);
        try (SortedEntries repeats = folder.sorting(RepeatsFile.WIDTH);
                SortedEntries repeated = folder.sorting(KeyFile.WIDTH)) {
            KeyComparison comparison = new KeyComparison(all, repeats, repeated, folder);
            boolean isWhole = staged.use(file -> collect(
                    batch,
                    feed,
                    file,
                    Repeats.NONE,
                    all,
                    (record, first) -> repeats.add(RepeatsFile.entry(record, others.size(), first))));
            for (int i = 0; isWhole && i < others.size(); i++) {
                compare(comparison, others.get(i), i, batch);
            }
            if (isWhole) {
                KeyFile.writeWithout(folder.keys(batch), all, repeated);
            }
            List<String> ids = new ArrayList<>(others.stream().map(Batch::id).toList());
            ids.add(batch.id());
            RepeatsFile.write(folder.repeats(batch), repeats, ids);
        } finally {
            Files.deleteIfExists(all);
        }
    }

    /** As they were found; found again where the file is gone. */
    RepeatsFile open(Batch batch, StagedFolder staged) throws IOException {
        if (Files.notExists(folder.repeats(batch))) {
            find(batch, staged);
        }
        return RepeatsFile.open(folder.repeats(batch), known);
    }

    /** What is in the log or on its way there, and not forgotten when the batch came first; oldest first. */
    private List<Batch> others(Batch batch, int days) {
        if (days == 0) {
            return List.of();
        }
        Instant since = firstStaged(batch).minus(Duration.ofDays(days));
        return known.inLogSince(since).stream()
                .filter(other -> !other.id().equals(batch.id()))
                .sorted(Comparator.comparing(Batch::movedAt))
                .toList();
    }

    /** The earliest that this one, or one that is not at its end, came: what was forgotten then is asked by none any more. */
    private static Instant earliest(FeedLedger known, Batch batch) {
        return Stream.of(known.underWay(), known.toBeDecided(), List.of(batch))
                .flatMap(List::stream)
                .map(UniqueKeys::firstStaged)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Since it was last refused, if it was; the same at every check, so that each finds what the one before found. */
    private static Instant firstStaged(Batch batch) {
        List<Batch.Step> history = batch.history();
        int step = history.size() - 1;
        while (step > 0 && history.get(step - 1).state() != BatchState.REFUSED) {
            step--;
        }
        return history.get(step).at();
    }

    /** Where its keys are not there and cannot be made, somebody has to say that it goes without them. */
    private void compare(KeyComparison comparison, Batch other, int place, Batch batch) throws IOException {
        boolean isDone = comparison.with(folder.keys(other), other, place)
                || remake(other) && comparison.with(folder.keys(other), other, place);
        if (!isDone && !batch.isWaived(HoldReason.KEYS_MISSING)) {
            throw NotAsStagedException.keysMissing("expected to know which records batch " + other.id() + " ("
                    + other.file() + ") put into the log, found neither " + folder.keys(other)
                    + " nor the file that it was, to make it again; put one of them back, then release, or release to go"
                    + " without them");
        }
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
        if (Files.notExists(folder.repeats(other))) {
            return collect(other, feed.get(), file, Repeats.NONE, folder.keys(other), (record, first) -> {});
        }
        try (RepeatsFile repeats = RepeatsFile.open(folder.repeats(other), known)) {
            return collect(other, feed.get(), file, repeats, folder.keys(other), (record, first) -> {});
        }
    }

    /** False where the file is not what it was. */
    private boolean collect(Batch batch, Feed feed, Path file, Repeats repeats, Path into, KeyFile.Repeated repeated)
            throws IOException {
        try (SortedEntries keys = folder.sorting(KeyFile.WIDTH)) {
            DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), Fingerprint.sha256());
            BatchInput input = new BatchInput(
                    feed.files().match(batch.file()).orElseThrow(),
                    Numbering.NONE,
                    repeats,
                    Corrected.in(known.corrections(batch)),
                    references.in(batch.references()));
            try (BatchReader reader = feed.read(input, bytes, Pass.PUBLISH)) {
                while (feed.uniqueDays().isPresent() && reader.next(Sink.NOWHERE)) {
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
}
