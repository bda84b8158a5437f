package io.banku.feed;

import java.util.List;

/**
 * One of a definition's {@code tests:}, with its records written. Immutable; the arrays are not to be changed.
 *
 * @param line where it stands in {@code feed.yaml}
 * @param file by whose name the records are read
 * @param records the header, those before it, and last the one that is looked at
 * @param rule that the last record has to match, or null
 */
public record FeedTest(
        String name, int line, FileName file, List<byte[]> records, String rule, Expectation expectation) {
    public FeedTest {
        records = List.copyOf(records);
    }
}
