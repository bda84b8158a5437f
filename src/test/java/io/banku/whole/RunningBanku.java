package io.banku.whole;

import io.banku.Banku;
import io.banku.batch.Batch;
import io.banku.batch.BatchObserver;
import io.banku.batch.LedgerSnapshots;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The program as a process would run it, and what can be seen of it from outside. */
public final class RunningBanku implements AutoCloseable {
    private final Settings settings;
    private final Banku banku;
    private final LedgerSnapshots ledger;

    private RunningBanku(Settings settings, Banku banku) {
        this.settings = settings;
        this.banku = banku;
        this.ledger = new LedgerSnapshots(Banku.connection(settings));
    }

    public static RunningBanku start(Settings settings) throws Exception {
        return new RunningBanku(settings, Banku.start(settings));
    }

    /** @param watcher told on the program's own threads what happens to batches */
    public static RunningBanku start(Settings settings, BatchObserver watcher) throws Exception {
        return new RunningBanku(settings, Banku.start(settings, watcher));
    }

    public static RunningBanku start(Servers servers, Map<Setting<?>, String> more) throws Exception {
        return start(servers.settings(more));
    }

    /** Written under another name first, as a careful sender does. */
    public void drop(Path file, String as) throws IOException {
        Path inbox = settings.get(Setting.INBOX);
        Path partial = Files.copy(file, inbox.resolve(as + ".part"));
        Files.move(partial, inbox.resolve(as), StandardCopyOption.ATOMIC_MOVE);
    }

    public Optional<Batch> batch(Predicate<Batch> wanted) {
        return ledger.batches().stream().filter(wanted).findFirst();
    }

    /** All files of this name under a directory of the data folder: {@code archive}, {@code refused} … */
    public List<Path> files(String directory, String name) throws IOException {
        Path root = settings.get(Setting.DATA).resolve(directory);
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.getFileName().toString().equals(name))
                    .toList();
        }
    }

    public Answer get(String path, String... headers) {
        return Answer.get(api() + path, headers);
    }

    public Answer post(String path, String json) {
        return Answer.post(api() + path, json);
    }

    /** A command over HTTP, answered when the view has it; {@code key} is its Idempotency-Key. */
    public Answer command(String path, String key, String json) {
        return Answer.post(api() + path, json, "Idempotency-Key", key, "Prefer", "return=representation");
    }

    public Answer getFromManagement(String path) {
        return Answer.elsewhere("http://127.0.0.1:" + settings.get(Setting.MANAGEMENT_PORT) + path);
    }

    /** {@code http://127.0.0.1:PORT} of the API. */
    public String api() {
        return "http://127.0.0.1:" + settings.get(Setting.HTTP_PORT);
    }

    @Override
    public void close() {
        banku.close();
    }
}
