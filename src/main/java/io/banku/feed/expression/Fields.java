package io.banku.feed.expression;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Token;
import io.banku.record.CodePage;
import io.banku.record.Condition;
import io.banku.record.Dialect;
import io.banku.record.FieldReader;
import io.banku.record.FramedFile;
import io.banku.record.RecordDecoder;
import io.banku.record.RecordEncoder;
import io.banku.record.RecordEnd;
import io.banku.record.RecordPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<DataItem, Dialect> own;
    private final PrivateItems hidden;

    /** What the stars in names stand for; null where none may be written. */
    private final Occurrences occurrences;

    private final int[] subscripts;

    public Fields(Layout layout, Dialect dialect) {
        this(layout, dialect, new HashMap<>());
    }

    private Fields(Layout layout, Dialect dialect, Map<DataItem, Dialect> own) {
        this.layout = layout;
        this.dialect = dialect;
        this.own = own;
        this.decoder = layout == null ? null : RecordDecoder.of(layout, dialect, own);
        this.hidden = new PrivateItems(layout);
        this.occurrences = null;
        this.subscripts = new int[0];
    }

    /** Of a copybook with faults, which are told: whatever is asked of it follows from them. */
    public static Fields unknown() {
        return new Fields(null, null, Map.of());
    }

    public Layout layout() {
        return layout;
    }

    /** By which all fields are read that have no way of their own. */
    public Dialect dialect() {
        return dialect;
    }

    /** @throws Misuse when the copybook has faults */
    public RecordDecoder decoder() {
        if (decoder == null) {
            throw Misuse.follows("there is no layout without a copybook that can be compiled");
        }
        return decoder;
    }

    private Fields(Fields fields, Occurrences occurrences, int[] subscripts) {
        this.layout = fields.layout;
        this.dialect = fields.dialect;
        this.own = fields.own;
        this.decoder = fields.decoder;
        this.hidden = fields.hidden;
        this.occurrences = occurrences;
        this.subscripts = subscripts;
    }

    /** The same fields, where {@code (*)} means this one of the occurrences. */
    public Fields at(Occurrences occurrences, int occurrence) {
        return new Fields(this, occurrences, occurrences.all().get(occurrence));
    }

    /**
     * The occurrences that the stars of a reference stand for.
     *
     * @throws Misuse when there is no such table, or no star
     */
    public Occurrences each(Token name) {
        try {
            List<DataItem> starred = Stars.tables(name.text(), decoder());
            if (starred.isEmpty()) {
                throw name.misuse("expected a table with its occurrences, as LINE(*), found " + name.text());
            }
            List<int[]> all = Occurrences.all(starred);
            List<FieldReader> fields = new ArrayList<>();
            for (int[] subscripts : all) {
                fields.add(decoder().field(Stars.bound(name.text(), subscripts)));
            }
            return new Occurrences(starred, all, fields);
        } catch (IllegalArgumentException unknown) {
            throw name.misuse(unknown.getMessage());
        }
    }

    /** The fields of these names, and what is in them, are carried on by a rule. */
    public List<FieldReader> carry(Carriers carriers, int carrier, List<Token> names) {
        List<FieldReader> carried = names.stream().map(this::field).toList();
        carried.forEach(field ->
                carriers.carries(carrier, items(Stream.of(field.item())).toList()));
        return carried;
    }

    /**
     * The values of a field, or of all fields of a group, are read in another way than the rest. Of several such wishes
     * about one field the last one counts.
     *
     * @throws Misuse when there is no such field, or more than one
     */
    public void read(Token name, Dialect dialect) {
        items(Stream.of(item(name))).forEach(item -> own.put(item, dialect));
    }

    /**
     * The values of a field, or of all fields of a group, are not to be shown, by whatever name.
     *
     * @throws Misuse when there is no such field
     */
    public void hide(Token name) {
        hidden.hide(item(name));
    }

    /** As {@link #hide(Token)}, where the item is known. */
    public void hide(DataItem item) {
        hidden.hide(item);
    }

    /** The encoding in which a field's characters are. */
    public CodePage encodingOf(FieldReader field) {
        return own.getOrDefault(field.item(), dialect).codePage();
    }

    public boolean isPrivate(FieldReader field) {
        return hidden.contains(field.item());
    }

    /** Whether all its bytes are private, by its own name and not by what else may lie there. */
    public boolean isPrivateItself(FieldReader field) {
        return hidden.isPrivateItself(field.item());
    }

    /** Whether its bytes are private by any description of them: for records of which it is not known which one is theirs. */
    public boolean mayShowPrivate(FieldReader field) {
        return hidden.mayShow(field.item());
    }

    /** @throws Misuse when there is no such field, or more than one */
    public FieldReader field(Token name) {
        try {
            return decoder().field(bound(name));
        } catch (IllegalArgumentException unknown) {
            throw name.misuse(unknown.getMessage());
        }
    }

    /** As {@link #mayShowPrivate(FieldReader)}, of any field for whose values a level-88 name stands. */
    public boolean mayShowPrivate(Condition condition) {
        return itemsOf(condition).anyMatch(hidden::mayShow);
    }

    /** Whether two of them have bytes in common, in some record. */
    public boolean shareBytes(FieldReader one, FieldReader other) {
        return hidden.overlaps(one.item(), other.item());
    }

    /** What prints records of these fields, each in its own way. */
    public RecordPrinter printer() {
        return RecordPrinter.of(layout, dialect, own);
    }

    /** What writes records of these fields, each in its own way. */
    public RecordEncoder encoder() {
        return RecordEncoder.of(layout, dialect, own);
    }

    /** What writes such records one behind the other, as a whole file. */
    public FramedFile file(String framing, OutputStream to) throws IOException {
        return FramedFile.of(framing, layout, dialect, to);
    }

    /** Of the longest record, in bytes. */
    public int length() {
        return layout.length();
    }

    /** The counts of all tables by their names, and how many occurrences there are at most. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        layout.tables().forEach(table -> counts.put(table.count().name(), table.most()));
        return counts;
    }

    /** Is there a layout? */
    public boolean areKnown() {
        return layout != null;
    }

    /** Where records end that have these items. */
    public RecordEnd end(Collection<DataItem> named) {
        return decoder.end(named);
    }

    /** The name of a field or condition with numbers for its stars. */
    public String reference(Token name) {
        return Stars.bound(name.text(), subscripts);
    }

    /** Whether any field is private. */
    public boolean hides() {
        return !hidden.isEmpty();
    }

    private DataItem item(Token name) {
        try {
            return decoder().item(name.text().replace('*', '1')); // all occurrences are one item
        } catch (IllegalArgumentException unknown) {
            throw name.misuse(unknown.getMessage());
        }
    }

    /** The name with numbers for its stars. */
    private String bound(Token name) {
        List<DataItem> starred = Stars.tables(name.text(), decoder());
        if (!starred.isEmpty() && occurrences == null) {
            throw name.misuse("expected a number for the star in " + name.text()
                    + ": (*) stands only in sum(…) and in rules with 'each'");
        }
        if (!starred.isEmpty() && !occurrences.tables().equals(starred)) {
            throw name.misuse("expected (*) only for the tables of 'each', "
                    + occurrences.tables().stream().map(DataItem::name).toList() + ", found " + name.text());
        }
        return Stars.bound(name.text(), subscripts);
    }

    /** @throws Misuse when there is no such level-88 name, or more than one */
    public Condition condition(Token name) {
        try {
            return decoder().condition(Stars.bound(name.text(), subscripts));
        } catch (IllegalArgumentException unknown) {
            throw name.misuse(unknown.getMessage());
        }
    }

    /** The field whose values a level-88 name stands for, where it can be shown. */
    public Optional<FieldReader> fieldOf(Condition condition) {
        return itemsOf(condition)
                .filter(Elementary.class::isInstance)
                .findFirst()
                .flatMap(item -> unqualified(item.name()));
    }

    private Stream<DataItem> itemsOf(Condition condition) {
        return items(layout.roots().stream())
                .filter(item -> item.conditions().stream()
                        .anyMatch(named -> named.name().equalsIgnoreCase(condition.name())));
    }

    private Optional<FieldReader> unqualified(String name) {
        try {
            return Optional.of(decoder().field(name));
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
