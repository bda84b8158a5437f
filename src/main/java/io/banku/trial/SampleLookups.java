package io.banku.trial;

import io.banku.account.Event;
import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.Entry;
import io.banku.feed.Feed;
import io.banku.feed.FeedException;
import io.banku.feed.Pass;
import io.banku.feed.Reject;
import io.banku.feed.Sink;
import io.banku.feed.expression.LookupUse;
import io.banku.feed.expression.Lookups;
import io.banku.record.FramingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a feed looks up where there is no ledger: the last sample file of each reference, whose folder lies beside the feed's. It is
 * held in memory, as samples are small. One thread.
 */
public final class SampleLookups implements Lookups {
    private final Map<String, Map<String, String>> entries = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();

    private SampleLookups() {}

    /** Of a feed that looks nothing up nothing is read. */
    public static Lookups of(Feed feed) throws IOException {
        return of(feed, new HashSet<>());
    }

    /** @param above feeds whose look-ups are being read: a circle is told by whoever checks all feeds */
    private static Lookups of(Feed feed, Set<String> above) throws IOException {
        SampleLookups lookups = new SampleLookups();
        if (above.add(feed.name())) {
            for (LookupUse use : feed.lookups()) {
                Path folder = feed.sources().get(0).getParent().resolveSibling(use.reference());
                lookups.read(use.reference(), folder, above);
            }
            above.remove(feed.name());
        }
        return feed.lookups().isEmpty() ? Lookups.NONE : lookups;
    }

    private void read(String name, Path folder, Set<String> above) throws IOException {
        if (entries.containsKey(name)) {
            return;
        }
        Map<String, String> all = new HashMap<>();
        entries.put(name, all);
        told.put(name, "of which no sample file lies in " + folder);
        Optional<Feed> reference = reference(folder);
        Optional<SampleFile> sample = reference.isEmpty() ? Optional.empty() : last(reference.get());
        if (sample.isPresent()) {
            told.put(name, "the sample " + sample.get().name().name());
            read(reference.get(), sample.get(), of(reference.get(), above), all);
        }
    }

    private static Optional<Feed> reference(Path folder) {
        try {
            return Optional.of(Feed.load(folder)).filter(Feed::isReference);
        } catch (FeedException broken) {
            return Optional.empty();
        }
    }

    private static Optional<SampleFile> last(Feed reference) throws IOException {
        return SampleFile.of(reference).stream()
                .filter(SampleFile::isRightInFolder)
                .max(Comparator.comparing(sample -> sample.name().name()));
    }

    private static void read(Feed reference, SampleFile sample, Lookups lookups, Map<String, String> into)
            throws IOException {
        BatchInput input = new BatchInput(sample.name(), OptionalLong.empty()).with(lookups);
        try (BatchReader reader =
                reference.read(input, new BufferedInputStream(Files.newInputStream(sample.file())), Pass.PUBLISH)) {
            Sink sink = new Sink() {
                @Override
                public void event(Event event, int index) {
                    throw new IllegalStateException("expected a reference, found a feed that makes events");
                }

                @Override
                public void entry(Entry entry) {
                    into.putIfAbsent(entry.key(), entry.value());
                }

                @Override
                public void rejected(Reject reject) {
                    // the reference's own tests tell it
                }
            };
            while (reader.next(sink)) {
                continue;
            }
        } catch (FramingException noRecords) {
            throw new IOException("expected a sample of " + reference.name() + " to look up, found in " + sample.file()
                    + ": " + noRecords.getMessage());
        }
    }

    @Override
    public String find(String reference, String key, long record) {
        return entries.getOrDefault(reference, Map.of()).get(key);
    }

    @Override
    public String version(String reference, long record) {
        return told.getOrDefault(reference, "which is not beside the feed");
    }
}
