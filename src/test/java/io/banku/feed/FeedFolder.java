package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event;
import io.banku.copybook.Fault;
import io.banku.record.FramingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** A feed under test: its two files in a folder, and batches that are read by it. */
final class FeedFolder {
    private final Path folder;

    FeedFolder(Path parent, String name) {
        this.folder = parent.resolve(name);
    }

    FeedFolder with(String file, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Feed load() {
        Feed feed = Feed.load(folder);
        isValid();
        return feed;
    }

    /** What the compiler takes no editor underlines. */
    private void isValid() {
        try {
            assertThat(HeldToSchema.faults(Files.readString(folder.resolve("feed.yaml"))))
                    .isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code feed.yaml:3:5: message}; the folder's name is left out. */
    List<String> faults() {
        try {
            load();
            return List.of();
        } catch (FeedException broken) {
            return broken.faults().stream()
                    .map(Fault::toString)
                    .map(fault -> fault.replace(folder.getFileName() + "/", ""))
                    .toList();
        }
    }

    /** What became of a batch. */
    record Read(
            List<Event> events,
            List<Integer> indexes,
            List<Reject> rejects,
            List<String> outcomes,
            Reconciliation reconciliation) {

        ControlRow control(String name) {
            return reconciliation.controls().stream()
                    .filter(row -> row.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Read readLines(String fileName, String... lines) {
        return read(
                fileName,
                OptionalLong.empty(),
                (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    Read readHex(String fileName, String... hex) {
        return read(
                fileName,
                OptionalLong.empty(),
                HexFormat.of().parseHex(String.join("", hex).replace(" ", "")));
    }

    Read read(String fileName, OptionalLong previous, byte[] bytes) {
        Feed feed = load();
        List<Event> events = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        Sink sink = new Sink() {
            @Override
            public void event(Event event, int index) {
                events.add(event);
                indexes.add(index);
            }

            @Override
            public void entry(Entry entry) {
                throw new AssertionError(entry);
            }

            @Override
            public void rejected(Reject reject) {
                rejects.add(reject);
            }
        };
        FileName file = feed.files().match(fileName).orElseThrow();
        try (BatchReader reader =
                feed.read(new BatchInput(file, previous), new ByteArrayInputStream(bytes), Pass.CHECK)) {
            while (reader.next(sink)) {
                outcomes.add(reader.recordNumber() + " " + reader.rule() + " " + reader.outcome());
            }
            return new Read(events, indexes, rejects, outcomes, reader.finish());
        } catch (IOException | FramingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
