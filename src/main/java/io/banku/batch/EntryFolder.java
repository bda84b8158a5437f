package io.banku.batch;

import io.banku.account.Event;
import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.Entry;
import io.banku.feed.Feed;
import io.banku.feed.Numbering;
import io.banku.feed.Pass;
import io.banku.feed.Reject;
import io.banku.feed.Repeats;
import io.banku.feed.Sink;
import io.banku.feed.expression.Lookups;
import io.banku.record.FramingException;
import io.banku.reference.EntryFile;
import io.banku.reference.EntryFileWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What lies in {@code references/FEED}: the entries of the newest versions, and of older ones that are still asked for. */
record EntryFolder(Path folder) {
    static final String ENTRIES = ".entries";
    private static final String PART = ".part";

    /** A version is asked for by what was checked with it, and by what is resubmitted. */
    private static final int KEPT = 3;

    private static final Duration LONGEST_WRITING = Duration.ofDays(1);

    /** Deletes what nobody asks for, and what a process that was killed has left. All of it can be made again. */
    void forget(FeedLedger known, Predicate<Batch> isLookedUp) throws IOException {
        Files.createDirectories(folder);
        long newest = known.newestVersion().map(Batch::version).orElse(0L);
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(ENTRIES)) {
                Optional<Batch> batch = known.batch(name.substring(0, name.length() - ENTRIES.length()));
                boolean isOld = batch.filter(found ->
                                found.version() != null && found.version() <= newest - KEPT && !isLookedUp.test(found))
                        .isPresent();
                if (isOld) {
                    Files.deleteIfExists(file);
                }
            } else if (name.endsWith(PART) && isLeft(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isLeft(Path part) throws IOException {
        try {
            return Files.getLastModifiedTime(part)
                    .toInstant()
                    .isBefore(Instant.now().minus(LONGEST_WRITING));
        } catch (NoSuchFileException finished) {
            return false;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Several processes may make it at once: each writes its own, and they are alike. */
    void make(Batch batch, Path into, Optional<Path> home, Map<Long, byte[]> corrections, Lookups lookups)
            throws IOException {
        Path part = folder.resolve(batch.id() + "." + UUID.randomUUID() + PART);
        try {
            StagedFolder staged = new StagedFolder(
                    home.orElseThrow(() -> new NoSuchFileException("its folder, found in no directory")), batch);
            staged.use(file -> write(batch, staged.definition(), file, part, corrections, lookups));
            Directories.inPlace(part, into);
        } catch (NotAsStagedException | NoSuchFileException changed) {
            throw new EntriesGoneException(
                    "expected the entries of " + batch.feed() + ", " + References.told(batch) + ", in " + into
                            + ", or the file that it was, to make them again; found neither: " + changed.getMessage()
                            + "; put one of them back",
                    changed);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long write(
            Batch batch, Feed feed, Path file, Path part, Map<Long, byte[]> corrections, Lookups lookups)
            throws IOException {
        BatchInput input = new BatchInput(
                feed.files().match(batch.file()).orElseThrow(),
                Numbering.NONE,
                Repeats.NONE,
                Corrected.in(corrections),
                lookups);
        DigestInputStream bytes =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), Fingerprint.sha256());
        try (EntryFileWriter writer = EntryFileWriter.to(part);
                BatchReader reader = feed.read(input, bytes, Pass.PUBLISH)) {
            Sink sink = into(writer);
            while (reader.next(sink)) {
                continue;
            }
            writer.finish();
        } catch (FramingException changed) {
            throw NotAsStagedException.changed(changed.getMessage());
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        require(batch.sha256(), Fingerprint.hex(bytes.getMessageDigest()));
        long entries = EntryFile.open(part).map(EntryFile::size).orElse(-1L);
        require(batch.counts().published() + " entries", entries + " entries");
        return entries;
    }

    private static void require(String expected, String found) {
        if (!expected.equals(found)) {
            throw NotAsStagedException.changed("expected of its file " + expected + ", found " + found);
        }
    }

    private static Sink into(EntryFileWriter writer) {
        return new Sink() {
            @Override
            public void event(Event event, int index) {
                throw new IllegalStateException("expected a reference, found a feed that makes events");
            }

            @Override
            public void entry(Entry entry) {
                try {
                    writer.add(entry.key(), entry.value());
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
            }

            @Override
            public void rejected(Reject reject) {
                // it was told when the batch was checked
            }
        };
    }
}
