package io.banku.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names of what is laid beside a batch's file, in its folder: never the file's own, whatever the mainframe has called
 * it.
 */
record Beside(String file) {
    private static final String REPORT = "report.json";
    private static final String REJECTS = "rejects.jsonl";
    private static final String DEFINITION = "definition";
    private static final String PART = ".part";
    private static final String OTHERWISE = "banku-";
    /** No report has as many. */
    private static final int MOST_BYTES = 1 << 22;

    private static final Set<String> NAMES = Set.of(REPORT, REJECTS, DEFINITION);

    String report() {
        return unlike(REPORT);
    }

    /** All rejects of the last check, one JSON object a line. */
    String rejects() {
        return unlike(REJECTS);
    }

    String definition() {
        return unlike(DEFINITION);
    }

    /** While it is being written: nobody ever sees half of a file of ours. No file of the mainframe's is taken that ends so. */
    static String unfinished(String name) {
        return name + PART;
    }

    static boolean isDefinition(Path path) {
        return path.endsWith(DEFINITION) && Files.isDirectory(path);
    }

    private String unlike(String name) {
        return NAMES.contains(file) ? OTHERWISE + name : name;
    }

    /** The mainframe's file among these, of which the others are ours; nothing where none is. */
    static Optional<Path> without(List<Path> files) throws IOException {
        List<Path> whole =
                files.stream().filter(file -> !file.toString().endsWith(PART)).toList();
        Optional<Path> theirs = whole.stream()
                .filter(file -> whole.size() == 1 || !couldBeOurs(file))
                .findFirst();
        return theirs.isPresent() ? theirs : withoutReport(whole);
    }

    private static boolean couldBeOurs(Path file) {
        String name = file.getFileName().toString();
        return NAMES.contains(name.startsWith(OTHERWISE) ? name.substring(OTHERWISE.length()) : name);
    }

    /** Of two whose names could be each other's reports the report says itself that it is one. */
    private static Optional<Path> withoutReport(List<Path> files) throws IOException {
        for (Path file : files) {
            if (!isReportOnAny(file, files)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static boolean isReportOnAny(Path report, List<Path> files) throws IOException {
        for (Path file : files) {
            if (report.endsWith(new Beside(file.getFileName().toString()).report()) && isReport(report, file)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReport(Path report, Path file) throws IOException {
        return Files.size(report) < MOST_BYTES
                && LedgerFormat.note(Files.readAllBytes(report))
                        .filter(note -> file.endsWith(String.valueOf(note.get("file"))))
                        .isPresent();
    }
}
