package io.banku.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts aside what can never become a batch, with a note that says why: the note first, so that nothing lies there
 * without one. Shared by threads.
 */
final class Unclaimed {
    private static final Logger LOG = LoggerFactory.getLogger(Unclaimed.class);

    private final Directories directories;
    private final BatchObserver observer;

    Unclaimed(Directories directories, BatchObserver observer) {
        this.directories = directories;
        this.observer = observer;
    }

    /**
     * @param file a file, or whatever else lies there; a link is moved, not what it points to
     * @param arrival the name of the folder that it goes to
     * @throws java.nio.file.NoSuchFileException when another process was faster
     */
    void put(Path file, String arrival, Finding finding) throws IOException {
        Path folder = Files.createDirectories(directories.unclaimed(arrival));
        String name = file.getFileName().toString();
        Path report = folder.resolve(new Beside(name).report());
        try {
            Directories.write(report, note(name, finding));
            Directories.move(file, folder.resolve(file.getFileName()));
        } catch (IOException notMoved) {
            Files.deleteIfExists(report);
            Files.deleteIfExists(folder);
            throw notMoved;
        }
        LOG.warn("{}: refused: {}", name, finding);
        observer.unclaimed(name, finding);
    }

    private static byte[] note(String name, Finding finding) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("file", name);
        note.put("state", "refused");
        note.put("finding", finding);
        return LedgerFormat.writeIndented(note);
    }
}
