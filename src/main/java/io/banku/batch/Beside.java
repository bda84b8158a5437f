package io.banku.batch;

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
    private static final Set<String> NAMES = Set.of(REPORT, REPORT + PART, REJECTS, REJECTS + PART, DEFINITION);

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

    /** While it is being written: nobody ever sees half of a file of ours. */
    static String unfinished(String name) {
        return name + PART;
    }

    static boolean isOurs(String name) {
        return NAMES.contains(name);
    }

    private String unlike(String name) {
        return isOurs(file) ? "banku-" + name : name;
    }
}
