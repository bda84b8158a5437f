package io.banku.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON Schemas of the events. The name {@code urn:banku:event:MoneyDeposited}, which an event has as its
 * {@code ce_dataschema}, is the {@code $id} of one, which lies in {@code MoneyDeposited.schema.json}.
 */
public final class EventSchemas {
    private static final String NAME = "urn:banku:event:";
    private static final String FILE = ".schema.json";
    private static final Pattern ASKED = Pattern.compile("(?:" + NAME + "(\\w+)|(\\w+)" + Pattern.quote(FILE) + ")");

    private EventSchemas() {}

    /** A name and no place: facts stay for ever, addresses of processes do not (docs/decisions/0021). */
    static String name(String type) {
        return NAME + type;
    }

    /**
     * A schema as JSON; nothing where there is none.
     *
     * @param asked its name or its file's name
     */
    public static Optional<byte[]> find(String asked) {
        Matcher matcher = ASKED.matcher(asked);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        try (InputStream file = EventSchemas.class.getResourceAsStream("/schemas/" + type + FILE)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
