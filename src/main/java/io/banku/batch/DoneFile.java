package io.banku.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file beside a file that says it is complete: {@code NAME.done} or {@code NAME.DONE}, not older than it. An older one is
 * left over from a file that was here before.
 */
final class DoneFile {
    private static final List<String> ENDS = List.of(".done", ".DONE");

    private DoneFile() {}

    static boolean isThere(Path file) {
        return beside(file).filter(done -> !isOlder(done, file)).isPresent();
    }

    /** Why it does not say yet that the file is complete. */
    static Finding whyNot(Path file) {
        String name = file.getFileName().toString();
        return beside(file)
                .filter(done -> isOlder(done, file))
                .map(old -> new Finding(
                        "BNK-4060",
                        "expected " + old.getFileName() + " to be written after " + name
                                + ", found an older one, left over from another file; write it anew"))
                .orElseGet(() -> new Finding(
                        "BNK-4058",
                        "expected " + name + ENDS.get(0) + " beside " + name
                                + ", found none; write it when the file is complete"));
    }

    /** The name of the file that it is beside, where it is such a name. */
    static Optional<String> of(String name) {
        return ENDS.stream()
                .filter(name::endsWith)
                .map(end -> name.substring(0, name.length() - end.length()))
                .findFirst();
    }

    /** Its file was taken. */
    static void remove(Path file) throws IOException {
        Optional<Path> done = beside(file);
        if (done.isPresent()) {
            Files.deleteIfExists(done.get());
        }
    }

    private static Optional<Path> beside(Path file) {
        return ENDS.stream()
                .map(end -> file.resolveSibling(file.getFileName() + end))
                .filter(Files::exists)
                .findFirst();
    }

    private static boolean isOlder(Path done, Path file) {
        try {
            return Files.getLastModifiedTime(done).compareTo(Files.getLastModifiedTime(file)) < 0;
        } catch (IOException gone) {
            return true;
        }
    }
}
