package io.banku.batch;

import io.banku.outside.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders in which files arrive and are kept, as they are found. Makes none of them. */
public final class DirectorySights {
    private static final long LITTLE = 1L << 30;

    private final Path data;
    private final Path inbox;

    public DirectorySights(Path data, Path inbox) {
        this.data = data;
        this.inbox = inbox;
    }

    /** @param ledgerId the id of the topic of the ledger, where it is known */
    public List<Sight> sights(Optional<String> ledgerId) {
        List<Sight> sights = new ArrayList<>();
        sights.add(NameEncoding.fault(NameEncoding.ofThisProcess())
                .map(fault -> Sight.failed("names of files", fault))
                .orElseGet(() -> Sight.ok("names of files", "are read as " + NameEncoding.ofThisProcess())));
        sights.add(folder("inbox " + inbox, inbox));
        sights.add(folder("data " + data, data));
        if (sights.stream().allMatch(Sight::isOk)) {
            sights.add(fileSystem());
            sights.add(ledger(ledgerId));
        }
        return sights;
    }

    private static Sight folder(String thing, Path folder) {
        Path there = existing(folder);
        if (!Files.isDirectory(there)) {
            return Sight.failed(thing, "expected a folder, found that " + there + " is none; name another one");
        }
        if (!(Files.isReadable(there) && Files.isWritable(there) && Files.isExecutable(there))) {
            return Sight.failed(
                    thing,
                    "expected to be allowed to read, write and enter " + there + ", found that "
                            + System.getProperty("user.name") + " is not, or that its file system is read-only");
        }
        return Sight.ok(thing, there.equals(folder) ? "read, write and enter" : "is made at the start");
    }

    private Sight fileSystem() {
        String thing = "file system";
        try {
            var of = Files.getFileStore(existing(data));
            if (!of.equals(Files.getFileStore(existing(inbox)))) {
                return Sight.failed(
                        thing,
                        "BNK-4001 expected banku.inbox and banku.data on one file system, so that a file can be taken by"
                                + " renaming it; found two");
            }
            String found = "inbox and data on one; " + (of.getUsableSpace() >> 20) + " MB free";
            return of.getUsableSpace() < LITTLE
                    ? Sight.warning(thing, found + "; files are kept for ever: give it more")
                    : Sight.ok(thing, found);
        } catch (IOException unknown) {
            return Sight.failed(thing, "expected to be told of it, found: " + unknown);
        }
    }

    private Sight ledger(Optional<String> ledgerId) {
        String thing = "ledger of " + data;
        try {
            LedgerTopic topic = new LedgerTopic(data);
            Optional<String> known = topic.known();
            if (known.isEmpty()) {
                return Sight.ok(thing, "nothing was published from here yet");
            }
            if (ledgerId.isEmpty()) {
                return Sight.skipped(thing, "not looked at, as it is not known which banku.batches there is");
            }
            return known.equals(ledgerId)
                    ? Sight.ok(thing, "is this Kafka's banku.batches")
                    : Sight.failed(thing, topic.refusal(ledgerId.get()).orElse("another one"));
        } catch (IOException unreadable) {
            return Sight.failed(thing, "expected to read ledger/topic, found: " + unreadable);
        }
    }

    /** The folder itself, or the nearest one above it that is there. */
    private static Path existing(Path folder) {
        Path there = folder;
        while (there.getParent() != null && Files.notExists(there)) {
            there = there.getParent();
        }
        return there;
    }
}
