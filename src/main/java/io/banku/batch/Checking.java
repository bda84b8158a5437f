package io.banku.batch;

import io.banku.batch.Batch.Durations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Clock;
import java.util.Optional;

/** Pass 1 of a batch: all of its file is read, and it is decided whether to publish, hold, or refuse it. One thread. */
final class Checking {
    private final Batch batch;
    private final StagedFolder folder;
    private final PassInput input;
    private final FeedLedger known;

    Checking(Batch batch, StagedFolder folder, PassInput input, FeedLedger known) {
        this.batch = batch;
        this.folder = folder;
        this.input = input;
        this.known = known;
    }

    /** @param cut that not all of its rejects are listed, if so */
    private record Read(CheckResult result, String sha256, Optional<Finding> cut) {}

    /** The snapshot that follows. */
    Batch run(Clock clock) throws IOException {
        long started = System.nanoTime();
        input.findRepeats();
        Read read = folder.use(this::read);
        Durations spent = new Durations(
                (System.nanoTime() - started) / 1_000_000, batch.durations().publishing());
        BatchDraft draft = batch.change().took(spent);
        CheckResult result = read.result();
        read.cut().ifPresent(draft::found);
        boolean unchanged = read.sha256().equals(batch.sha256());
        return new Verdict(batch, folder.definition(), result, known, clock.instant()).of(draft, unchanged);
    }

    private Read read(Path file) throws IOException {
        CheckResult result;
        Optional<Finding> cut;
        DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Fingerprint.sha256());
        try (in;
                RepeatsFile repeats = input.openRepeats();
                RejectsFile rejects = new RejectsFile(file)) {
            result = Check.of(folder.definition(), input.with(repeats), in, () -> Files.newInputStream(file), rejects);
            cut = rejects.complete();
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
        String sha256 = result.unreadable() ? Fingerprint.of(file) : Fingerprint.hex(in.getMessageDigest());
        return new Read(result, sha256, cut);
    }
}
