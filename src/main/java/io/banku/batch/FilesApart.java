package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies in the data folder and is in no list of batches: duplicates, what no feed claims, and rejects. Shared by threads. */
public final class FilesApart {
    private final Directories directories;

    public FilesApart(Directories directories) {
        this.directories = directories;
    }

    /** Which list. */
    public enum Kind {
        DUPLICATE,
        UNCLAIMED
    }

    /**
     * @param arrival the name of its folder, which sorts by time
     * @param feed null where none claims it
     * @param note what its note says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Apart(String arrival, String feed, String file, Map<String, Object> note) {}

    /** @param next where the next page begins, or null */
    public record Page<T>(List<T> items, String next) {}

    /** The latest first; the notes of the page alone are read. */
    public Page<Apart> page(Kind kind, String from, int most) throws IOException {
        List<Path> folders = folders(kind).stream()
                .sorted(Comparator.comparing(
                                (Path folder) -> folder.getFileName().toString())
                        .reversed())
                .dropWhile(folder ->
                        from != null && folder.getFileName().toString().compareTo(from) > 0)
                .limit(most + 1L)
                .toList();
        List<Apart> items = new ArrayList<>();
        for (Path folder : folders.subList(0, Math.min(most, folders.size()))) {
            apart(kind, folder).ifPresent(items::add);
        }
        return new Page<>(
                items,
                folders.size() <= most ? null : folders.get(most).getFileName().toString());
    }

    /** A regular file that no feed claimed, by the name of its folder. */
    public Optional<Apart> unclaimed(String arrival) throws IOException {
        if (Intake.arrivedAt(arrival).isEmpty() || arrival.indexOf('/') >= 0) {
            return Optional.empty();
        }
        Path folder = directories.unclaimed(arrival);
        return apart(Kind.UNCLAIMED, folder)
                .filter(found -> Files.isRegularFile(folder.resolve(found.file()), LinkOption.NOFOLLOW_LINKS));
    }

    private List<Path> folders(Kind kind) throws IOException {
        if (kind == Kind.UNCLAIMED) {
            return list(directories.unclaimed());
        }
        List<Path> all = new ArrayList<>();
        for (Path feed : list(directories.duplicates())) {
            all.addAll(list(feed));
        }
        return all;
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Nothing where a file is on its way, and only its note is there; which of two is the note, it says itself. */
    private static Optional<Apart> apart(Kind kind, Path folder) throws IOException {
        List<Path> names = list(folder);
        String feed = kind == Kind.DUPLICATE ? folder.getParent().getFileName().toString() : null;
        for (Path candidate : names) {
            String file = fileBeside(names, candidate);
            if (Files.isRegularFile(candidate, LinkOption.NOFOLLOW_LINKS)
                    && candidate.endsWith(new Beside(file).report())) {
                Optional<Map<String, Object>> note = LedgerFormat.note(Files.readAllBytes(candidate))
                        .filter(found -> file.equals(found.get("file")));
                if (note.isPresent()) {
                    return Optional.of(new Apart(folder.getFileName().toString(), feed, file, note.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static String fileBeside(List<Path> names, Path note) {
        return names.stream()
                .filter(file -> !file.equals(note) && !Beside.isDefinition(file))
                .map(file -> file.getFileName().toString())
                .findFirst()
                .orElse("");
    }

    /**
     * The batch's rejects as its last check found them, as JSON texts.
     *
     * @param from the {@code next} of a page, or null
     * @throws NoSuchFileException when the batch's folder is not here
     * @throws IllegalArgumentException when {@code from} is none
     */
    public Page<String> rejects(Batch batch, String from, int most) throws IOException {
        Path folder = directories
                .found(batch)
                .orElseThrow(
                        () -> new NoSuchFileException(directories.folder(batch).toString()));
        RejectsFile.Page page =
                new RejectsFile(folder.resolve(batch.file())).page(from == null ? 0 : Long.parseLong(from), most);
        return new Page<>(page.rejects(), page.next() < 0 ? null : Long.toString(page.next()));
    }
}
