package io.banku;

import io.banku.settings.Role;
import io.banku.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The files of {@code routes/} that belong to the roles of a process. */
final class RouteFiles {
    private RouteFiles() {}

    /** As Camel's pattern of what to load. */
    static String of(Wiring process) {
        List<String> files = new ArrayList<>(List.of("failures"));
        if (process.has(Role.INGEST)) {
            files.add("files-to-events");
            files.add("nights-are-closed");
        }
        if (process.has(Role.PROJECTION)) {
            files.add("events-to-accounts");
        }
        if (process.has(Role.COMMANDS)) {
            files.add("requests-to-commands");
            files.add("repairs-of-accounts");
            files.add("commands-to-the-log");
            files.add("queries-of-commands");
            files.add("commands-to-events");
        }
        if (process.has(Role.QUERIES)) {
            files.add("queries-of-accounts");
            files.add("queries-of-batches");
            files.add("nights-are-asked-for");
            files.add("decisions-about-batches");
            files.add("repairs-of-rejects");
            files.add("decisions-to-the-ledger");
            files.add("queries-of-the-audit");
            files.add("rebuilds-of-the-view");
        }
        if (process.answersHttp()) {
            files.add("api");
            files.add("pages");
            files.add("documents");
        }
        return files.stream()
                .map(file -> "file:" + process.settings.get(Setting.ROUTES).resolve(file + ".camel.yaml"))
                .collect(Collectors.joining(","));
    }
}
