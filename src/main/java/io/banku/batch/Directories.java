package io.banku.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where files lie, all on one file system, so that every move is one rename:
 *
 * <pre>
 * inbox/                                     the mainframe writes here
 * arrived/FEED/ARRIVAL/FILE                  taken out of the inbox, not looked at yet
 * staged|waiting|checked|held|publishing/FEED/FILE-ID/     FILE, definition/FEED/, report.json
 * archive|refused/FEED/FILE-ID/              where it ends
 * unique/FEED/ID.keys, ID.repeats           what makes records unique; made from the files where it is missing
 * references/FEED/ID.entries                 the entries of a reference; made from its file where it is missing
 * duplicates/FEED/ARRIVAL/                   the same file again, with a note
 * refused/unclaimed/ARRIVAL/                 a file that no feed claims, with a note
 * </pre>
 */
public final class Directories {
    /** The beginning of a batch's id in the name of its folder. */
    static final Pattern ID = Pattern.compile("-([0-9a-f]{12})(-[0-9]+)?$");

    private final Path root;
    private final Path inbox;

    /** Creates what is not there yet. */
    public Directories(Path root, Path inbox) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.inbox = inbox.toAbsolutePath().normalize();
        Files.createDirectories(this.inbox);
        Files.createDirectories(this.root);
        if (!Files.getFileStore(this.inbox).equals(Files.getFileStore(this.root))) {
            throw new IOException(
                    "BNK-4001 expected banku.inbox and banku.data on one file system, so that a file can be"
                            + " taken by renaming it; found " + this.inbox + " and " + this.root + " on two");
        }
    }

    private Directories(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.inbox = this.root;
    }

    /** To be looked at, by whoever takes no files in: nothing is created. */
    public static Directories of(Path root) {
        return new Directories(root);
    }

    public Path inbox() {
        return inbox;
    }

    /** What is known of the ledger, beside the files that were published by it. */
    Path ledger() {
        return root.resolve("ledger");
    }

    /** What makes the feed's records unique. */
    Path unique(String feed) {
        return root.resolve("unique").resolve(feed);
    }

    /** The entries of a feed's versions. */
    Path references(String feed) {
        return root.resolve("references").resolve(feed);
    }

    Path arrival(String feed, String arrival) {
        return root.resolve("arrived").resolve(feed).resolve(arrival);
    }

    Path duplicate(String feed, String arrival) {
        return root.resolve("duplicates").resolve(feed).resolve(arrival);
    }

    Path duplicates() {
        return root.resolve("duplicates");
    }

    Path unclaimed() {
        return root.resolve("refused").resolve("unclaimed");
    }

    Path unclaimed(String arrival) {
        return root.resolve("refused").resolve("unclaimed").resolve(arrival);
    }

    /** Where a batch's folder belongs by its state. */
    Path folder(Batch batch) {
        return folder(batch, batch.state());
    }

    private Path folder(Batch batch, BatchState state) {
        return root.resolve(state.directory()).resolve(batch.feed()).resolve(batch.folderName());
    }

    /** Feeds of which something has arrived, those that are no feeds any more among them. */
    List<String> feedsWithArrivals() throws IOException {
        return names(root.resolve("arrived"));
    }

    /** Names of the feed's folders where no batch ends. */
    List<String> unfinished(String feed) throws IOException {
        List<String> names = new ArrayList<>();
        for (BatchState state : BatchState.values()) {
            if (state != BatchState.SEALED && state != BatchState.REFUSED) {
                names.addAll(names(root.resolve(state.directory()).resolve(feed)));
            }
        }
        return names;
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** When the folder of an arrival was made. */
    static Instant arrivedAt(Path arrival) throws IOException {
        return Files.getLastModifiedTime(arrival).toInstant();
    }

    /** The feed's arrivals, oldest first. */
    List<Path> arrivals(String feed) throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve("arrived").resolve(feed))) {
            return folders.sorted().toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** The one file in an arrival's folder; none when a move was cut off before it, or when it is no regular file. */
    static Optional<Path> fileIn(Path arrival) throws IOException {
        try (Stream<Path> files = Files.list(arrival)) {
            return Beside.without(files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList());
        }
    }

    /** Brings a batch's folder to where the ledger says it belongs, from wherever an earlier run left it. */
    Path bringHome(Batch batch) throws IOException {
        Optional<Path> found = found(batch);
        if (found.isEmpty()) {
            throw missing(batch);
        }
        Path home = folder(batch);
        return found.get().equals(home) ? home : move(found.get(), home);
    }

    /** No directory has a batch's folder, though the directories are there. */
    static final class MissingFolderException extends IOException {
        private MissingFolderException(String message) {
            super(message);
        }
    }

    /** Without any directory it is the file system that is away, and may come back. */
    private IOException missing(Batch batch) {
        String message = "expected the folder of batch " + batch.id() + " at " + folder(batch)
                + ", found it in no directory of " + root;
        boolean away = Arrays.stream(BatchState.values())
                .noneMatch(state -> Files.isDirectory(root.resolve(state.directory())));
        return away ? new IOException("BNK-4002 " + message) : new MissingFolderException(message);
    }

    /** What an earlier attempt at the same batch left ends where refused ones do. */
    void retire(Batch batch) throws IOException {
        for (int attempt = 1; attempt < batch.attempt(); attempt++) {
            String name = batch.folderName(attempt);
            Path end = root.resolve(BatchState.REFUSED.directory())
                    .resolve(batch.feed())
                    .resolve(name);
            for (BatchState state : BatchState.values()) {
                Path left =
                        root.resolve(state.directory()).resolve(batch.feed()).resolve(name);
                if (state != BatchState.REFUSED && Files.exists(left)) {
                    move(left, end);
                }
            }
        }
    }

    /** Lays the report into a batch's folder, and brings it home. */
    void settle(Batch batch) throws IOException {
        tidy(batch);
        bringHome(batch);
    }

    /** As {@link #settle} for a batch at rest, whose folder an operator may have carried away for good. */
    void tidy(Batch batch) throws IOException {
        Optional<Path> found = found(batch);
        if (found.isPresent()) {
            report(batch, found.get());
            bringHome(batch);
        }
    }

    /** Where a batch's folder is now. */
    Optional<Path> found(Batch batch) {
        Stream<BatchState> others = Arrays.stream(BatchState.values()).filter(state -> state != batch.state());
        Stream<Path> lefts = others.map(state -> folder(batch, state));
        Path arrived = arrival(batch.feed(), batch.arrival());
        return Stream.of(Stream.of(folder(batch)), lefts, Stream.of(arrived))
                .flatMap(places -> places)
                .filter(Files::exists)
                .findFirst();
    }

    /** Nothing where it lies there already. */
    private static void report(Batch batch, Path folder) throws IOException {
        byte[] content = LedgerFormat.writeIndented(batch);
        Path report = folder.resolve(new Beside(batch.file()).report());
        if (Files.notExists(report) || !Arrays.equals(Files.readAllBytes(report), content)) {
            write(report, content);
        }
    }

    /** Nobody ever sees half of it. */
    static void write(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(Beside.unfinished(file.getFileName().toString()));
        move(Files.write(part, content), file);
    }

    /** On the disk before it has its name: a power cut leaves no half of it under that. */
    static void inPlace(Path part, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        move(part, file);
    }

    /** An arrival's folder from which the file was taken, with what of ours lies in it. */
    static void deleteAll(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    /** One rename; the parents of the target are made. */
    static Path move(Path from, Path to) throws IOException {
        try {
            Files.createDirectories(to.getParent());
        } catch (FileAlreadyExistsException wasThere) {
            Files.createDirectories(to.getParent()); // an owner has just removed it, as it was empty
        }
        return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
