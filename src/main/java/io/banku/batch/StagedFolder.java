package io.banku.batch;

import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.Feed;
import io.banku.feed.Pass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A batch's folder: its file, and the definition that it is read by, whatever has become of the feed since. Neither is
 * used as something else than what the ledger knows: that is a {@link NotAsStagedException}. One thread.
 */
final class StagedFolder {
    private final Path folder;
    private final Batch batch;
    private Feed definition;

    StagedFolder(Path folder, Batch batch) {
        this.folder = folder;
        this.batch = batch;
    }

    /** Something to be done with the file. */
    interface Use<T> {
        T of(Path file) throws IOException;
    }

    /** What may pass by itself, as a file server that does not answer, stays an {@link IOException}. */
    <T> T use(Use<T> use) throws IOException {
        Path file = folder.resolve(batch.file());
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw NotAsStagedException.missing(expected(file) + "found something that is no file" + WHAT_TO_DO);
            }
            return use.of(file);
        } catch (NoSuchFileException gone) {
            throw NotAsStagedException.missing(expected(file) + "found none" + WHAT_TO_DO);
        } catch (AccessDeniedException forbidden) {
            throw NotAsStagedException.missing(
                    expected(file) + "found one that this process may not read" + WHAT_TO_DO);
        }
    }

    private static final String WHAT_TO_DO = "; put it back, then release, or deliver the same file again";

    private String expected(Path file) {
        return "expected the staged file, SHA-256 " + batch.sha256() + ", as " + file + ", ";
    }

    /** The whole file has the hash that it was staged with. */
    boolean isUnchanged() throws IOException {
        return use(Fingerprint::of).equals(batch.sha256());
    }

    /** The bytes of pass 2. */
    VerifiedBytes verified() throws IOException {
        return use(file -> VerifiedBytes.open(file, batch.sha256()));
    }

    BatchReader read(BatchInput input, InputStream bytes, Pass pass) {
        return definition().read(input, bytes, pass);
    }

    /** Compared with the ledger once for each run of a batch: between two of them it lies where people can reach it. */
    Feed definition() {
        if (definition == null) {
            definition = Definition.load(definitionFolder(), batch.definition());
        }
        return definition;
    }

    private Path definitionFolder() {
        return Definition.folder(folder, batch.file(), batch.feed());
    }
}
