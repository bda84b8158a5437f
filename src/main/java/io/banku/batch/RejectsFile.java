package io.banku.batch;

import io.banku.feed.Reject;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All rejects that a batch's check found, beside its report: one JSON object a line, without the records' bytes, which are
 * in the file itself. Of more than {@value #MOST} it has the first ones, and a last line that says so.
 */
final class RejectsFile implements Consumer<Reject>, Closeable {
    static final int MOST = 1_000_000;

    private final Path file;
    private final Path part;
    private final int most;
    private OutputStream out;
    private long found;
    private Reject firstLeftOut;
    private boolean complete;

    /** @param batchFile the batch's own file; the rejects lie beside it */
    RejectsFile(Path batchFile) {
        this(batchFile, MOST);
    }

    RejectsFile(Path batchFile, int most) {
        this.most = most;
        String name = new Beside(batchFile.getFileName().toString()).rejects();
        this.file = batchFile.resolveSibling(name);
        this.part = batchFile.resolveSibling(Beside.unfinished(name));
    }

    /** A page of them, as JSON texts; {@code next} is where the one behind it begins, or -1. */
    record Page(List<String> rejects, long next) {}

    @Override
    public void accept(Reject reject) {
        found++;
        if (found <= most) {
            write(RejectSummary.of(reject));
        } else if (firstLeftOut == null) {
            firstLeftOut = reject;
        }
    }

    private void write(RejectSummary reject) {
        try {
            if (out == null) {
                out = new BufferedOutputStream(Files.newOutputStream(part));
            }
            out.write(LedgerFormat.write(reject));
            out.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /**
     * All rejects were given.
     *
     * @return that not all of them are in the file, if so
     */
    Optional<Finding> complete() {
        complete = true;
        Optional<Finding> cut = firstLeftOut == null ? Optional.empty() : Optional.of(cut());
        cut.ifPresent(finding -> write(RejectSummary.leftOut(firstLeftOut, finding)));
        return cut;
    }

    private Finding cut() {
        return new Finding(
                "BNK-4042",
                "expected at most " + most + " rejects to be listed in " + file.getFileName() + ", found " + found
                        + ": those from record " + firstLeftOut.record() + " on are left out there. Is the file read by"
                        + " the definition that is meant? Published, all of them are on banku.rejects");
    }

    /** What an earlier check found is replaced, where this one came to its end. */
    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        if (complete && out != null) {
            Directories.inPlace(part, file);
        } else if (complete) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(part);
    }

    /**
     * @param from the {@code next} of a page, or 0
     * @throws IllegalArgumentException when no line begins there
     * @throws java.nio.file.NoSuchFileException when there are none
     */
    Page page(long from, int most) throws IOException {
        if (Files.notExists(file)) {
            return new Page(List.of(), -1);
        }
        try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "r")) {
            if (from < 0 || from > lines.length() || from > 0 && byteAt(lines, from - 1) != '\n') {
                throw new IllegalArgumentException("expected a place where a line begins, found " + from);
            }
            lines.seek(from);
            List<String> rejects = new ArrayList<>();
            var reader = new java.io.BufferedReader(Channels.newReader(lines.getChannel(), StandardCharsets.UTF_8));
            long next = from;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (rejects.size() == most) {
                    return new Page(rejects, next);
                }
                rejects.add(line);
                next += line.getBytes(StandardCharsets.UTF_8).length + 1L;
            }
            return new Page(rejects, -1);
        }
    }

    private static int byteAt(RandomAccessFile lines, long place) throws IOException {
        lines.seek(place);
        return lines.read();
    }
}
