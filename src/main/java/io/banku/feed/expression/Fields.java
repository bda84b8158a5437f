package io.banku.feed.expression;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.feed.definition.Token;
import io.banku.record.CodePage;
import io.banku.record.Condition;
import io.banku.record.Dialect;
import io.banku.record.FieldReader;
import io.banku.record.RecordDecoder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of the feed's copybook by name, each read in its own way where it has one, and which of them are private.
 * Both are told before the first field is asked for; once the feed is loaded nothing changes any
 * more, and threads may share it.
 */
public final class Fields {
    private final Layout layout;
    private final Dialect dialect;
    private final RecordDecoder decoder;
    private final Map<DataItem, Dialect> own = new HashMap<>();
    private final Set<DataItem> hidden = new HashSet<>();

    public Fields(Layout layout, Dialect dialect) {
        this.layout = layout;
        this.dialect = dialect;
        this.decoder = RecordDecoder.of(layout, dialect, own);
    }

    /**
     * The values of a field, or of all fields of a group, are read in another way than the rest. Of several such wishes
     * about one field the last one counts.
     *
     * @throws io.banku.feed.definition.Misuse when there is no such field, or more than one
     */
    public void read(Token name, Dialect dialect) {
        items(Stream.of(item(name))).forEach(item -> own.put(item, dialect));
    }

    /**
     * The values of a field, or of all fields of a group, are not to be shown.
     *
     * @throws io.banku.feed.definition.Misuse when there is no such field
     */
    public void hide(Token name) {
        items(Stream.of(item(name))).forEach(hidden::add);
    }

    /** The encoding in which a field's characters are. */
    public CodePage encodingOf(FieldReader field) {
        return own.getOrDefault(field.item(), dialect).codePage();
    }

    public boolean isPrivate(FieldReader field) {
        return hidden.contains(field.item());
    }

    /** @throws io.banku.feed.definition.Misuse when there is no such field, or more than one */
    public FieldReader field(Token name) {
        try {
            return decoder.field(name.text());
        } catch (IllegalArgumentException unknown) {
            throw name.misuse(unknown.getMessage());
        }
    }

    private DataItem item(Token name) {
        try {
            return decoder.item(name.text());
        } catch (IllegalArgumentException unknown) {
            throw name.misuse(unknown.getMessage());
        }
    }

    /** @throws io.banku.feed.definition.Misuse when there is no such level-88 name, or more than one */
    public Condition condition(Token name) {
        try {
            return decoder.condition(name.text());
        } catch (IllegalArgumentException unknown) {
            throw name.misuse(unknown.getMessage());
        }
    }

    /** The field whose values a level-88 name stands for, where it can be shown. */
    public Optional<FieldReader> fieldOf(Condition condition) {
        return items(layout.roots().stream())
                .filter(Elementary.class::isInstance)
                .filter(item -> item.conditions().stream()
                        .anyMatch(named -> named.name().equalsIgnoreCase(condition.name())))
                .findFirst()
                .flatMap(item -> unqualified(item.name()));
    }

    private Optional<FieldReader> unqualified(String name) {
        try {
            return Optional.of(decoder.field(name));
        } catch (IllegalArgumentException ambiguous) {
            return Optional.empty();
        }
    }

    private static Stream<DataItem> items(Stream<DataItem> from) {
        return from.flatMap(item -> item instanceof Group group
                ? Stream.concat(Stream.of(item), items(group.items().stream()))
                : Stream.of(item));
    }
}
