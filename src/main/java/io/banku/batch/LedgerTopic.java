package io.banku.batch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Which ledger the files below a data directory belong to: the id of its topic is kept beside them. By another ledger, an
 * empty one above all, they would be published again.
 */
public final class LedgerTopic {
    private final Path file;

    /** @param data {@code banku.data} */
    public LedgerTopic(Path data) {
        this.file = data.toAbsolutePath().normalize().resolve("ledger").resolve("topic");
    }

    /** The id that is kept; none in a directory from which nothing was ever published. */
    public Optional<String> known() throws IOException {
        try {
            return Optional.of(Files.readString(file).strip()).filter(id -> !id.isEmpty());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Keeps the id if none is kept yet. @return why the ledger is not the one of this directory, or nothing */
    public Optional<String> refusal(String found) throws IOException {
        if (known().isEmpty()) {
            keep(found);
        }
        Optional<String> expected = known();
        return expected.filter(found::equals).isPresent() ? Optional.empty() : Optional.of(told(expected, found));
    }

    /** What is to be said when there is no ledger at all. */
    public Optional<String> missing() throws IOException {
        Optional<String> expected = known();
        return expected.isEmpty() ? Optional.empty() : Optional.of(told(expected, "none"));
    }

    private String told(Optional<String> expected, String found) {
        return "BNK-5023 topic banku.batches: expected the one with the id " + expected.orElse("that is in " + file)
                + ", by which the files below " + file.getParent().getParent() + " were published, found " + found
                + "; by another ledger they would be published again: bring that one back, and make none anew. Where"
                + " all of Kafka is to begin anew, begin with another banku.data too";
    }

    /** Of two processes that begin at once, one writes. */
    private void keep(String id) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            Files.writeString(file, id + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException another) {
            if (Files.size(file) == 0) { // cut off by a crash, right after it was made
                Files.writeString(file, id + "\n", StandardOpenOption.SYNC);
            }
        }
    }
}
