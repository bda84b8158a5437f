package io.banku.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (2020-12) of {@code feed.yaml}, by which editors complete and check it. */
public final class FeedSchema {
    /** As it is called beside a definition. */
    public static final String FILE = "feed.schema.json";

    /** What editors know it by: the first line of a definition, with the schema's path seen from there. */
    public static final String LINE = "# yaml-language-server: $schema=" + FILE;

    private FeedSchema() {}

    public static String text() {
        try (InputStream schema = FeedSchema.class.getResourceAsStream("/" + FILE)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
