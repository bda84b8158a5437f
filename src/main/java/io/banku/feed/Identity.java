package io.banku.feed;

import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Text;
import io.banku.feed.definition.Token;
import io.banku.feed.definition.Tokens;
import io.banku.feed.expression.Fields;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes a file this one and no other among its feed's files, beside its bytes: its name, the day on which it arrived,
 * fields of its header. Immutable.
 */
final class Identity {
    /** Names that differ from night to night. */
    static final Identity NAME = new Identity(true, false, List.of());

    private final boolean byName;
    private final boolean byArrival;
    private final List<FieldReader> header;

    private Identity(boolean byName, boolean byArrival, List<FieldReader> header) {
        this.byName = byName;
        this.byArrival = byArrival;
        this.header = List.copyOf(header);
    }

    /**
     * {@code name, arrival-date, header.H-DATE}: one or several of them.
     *
     * @throws Misuse when it is something else
     */
    static Identity of(Text text, Fields fields, boolean hasHeader) {
        Tokens tokens = new Tokens(text.value());
        boolean byName = false;
        boolean byArrival = false;
        List<FieldReader> header = new ArrayList<>();
        do {
            Token part = tokens.word("name, arrival-date or header.FIELD");
            String word = part.text().toLowerCase(Locale.ROOT);
            if (word.equals("name")) {
                byName = true;
            } else if (word.equals("arrival-date")) {
                byArrival = true;
            } else if (word.startsWith("header.") && hasHeader) {
                FieldReader field = fields.field(tokens.reference(part.from("header.".length())));
                if (fields.isPrivate(field)) {
                    throw part.misuse("expected a field that may be shown, found the private " + field.name());
                }
                header.add(field);
            } else {
                throw part.misuse(
                        "expected name, arrival-date or header.FIELD of a feed with a header, found " + part.shown());
            }
        } while (tokens.takes(","));
        tokens.end();
        if (byArrival && !byName && header.isEmpty()) {
            throw new Misuse(0, "expected name or header.FIELD beside arrival-date: two files come on one day");
        }
        return new Identity(byName, byArrival, header);
    }

    boolean isName() {
        return byName && !byArrival && header.isEmpty();
    }

    boolean needsHeader() {
        return !header.isEmpty();
    }

    /**
     * How it is written; empty where the name says it, or would have to stand for a header that cannot be read.
     *
     * @param record the file's first record, where that is a header
     */
    Optional<String> label(String name, LocalDate arrived, Optional<Frame> record) {
        if (isName() || needsHeader() && record.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (byName) {
            parts.add(name);
        }
        if (byArrival) {
            parts.add("arrived " + arrived);
        }
        try {
            for (FieldReader field : header) {
                parts.add(field.name() + " " + field.text(record.orElseThrow()).strip());
            }
        } catch (FieldException unreadable) {
            return Optional.empty();
        }
        return Optional.of(String.join(", ", parts));
    }
}
