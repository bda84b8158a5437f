package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Layout;
import io.banku.record.Names.NamedCondition;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A layout compiled to readers of its fields. Immutable, shared by threads. */
public final class RecordDecoder {
    private final ReaderCompiler compiler;
    private final Names names;

    private RecordDecoder(Layout layout, ReaderCompiler compiler) {
        this.compiler = compiler;
        this.names = new Names(layout);
    }

    public static RecordDecoder of(Layout layout, CodePage codePage) {
        return of(layout, Dialect.of(codePage), Map.of());
    }

    /** @param own of the items whose values are to be read in another way than the rest; looked up when a field is asked for */
    public static RecordDecoder of(Layout layout, Dialect dialect, Map<DataItem, Dialect> own) {
        return new RecordDecoder(layout, new ReaderCompiler(layout, dialect, own));
    }

    /**
     * The reader of a field: {@code A}, {@code A OF B}, {@code A(2)}; upper and lower case are the same. A group is read
     * as text, and so is an item of level 66 that renames several.
     *
     * @throws IllegalArgumentException when the name is unknown or ambiguous (the message lists what it may have meant), or
     *     when its dialect does not fit it
     */
    public FieldReader field(String name) {
        return compiler.reader(names.item(Reference.parse(name)));
    }

    /** The item that a name means, whether or not it can be read. Throws as of {@link #field}. */
    public DataItem item(String name) {
        return names.item(Reference.parse(name)).item();
    }

    /** As {@link #field}, with another code page for this field. */
    public FieldReader field(String name, CodePage codePage) {
        Occurrence found = names.item(Reference.parse(name));
        return compiler.reader(found, compiler.dialectOf(found.item()).with(codePage));
    }

    /**
     * The tables whose occurrences have to be told where an item is named, outermost first.
     *
     * @throws IllegalArgumentException as of {@link #field}
     */
    public List<DataItem> tables(String name) {
        return names.tables(Reference.parse(name));
    }

    /** Whether an item is shown as its parts, and has no value of its own. */
    public boolean hasParts(DataItem item) {
        return compiler.hasParts(item);
    }

    /** The reader of an item of the layout where one of its occurrences lies. */
    public FieldReader field(Occurrence occurrence) {
        return compiler.reader(occurrence);
    }

    /**
     * Where records end that have these items; of descriptions of the same bytes of which none is named, those count that fit
     * the bytes.
     */
    public RecordEnd end(Collection<DataItem> named) {
        Set<DataItem> byIdentity = Collections.newSetFromMap(new IdentityHashMap<>());
        byIdentity.addAll(named);
        return compiler.end(byIdentity, new Fits.Numbers());
    }

    /**
     * A level-88 condition by its name (qualified where needed, with a subscript where its item occurs).
     *
     * @throws IllegalArgumentException as of {@link #field}, or when a value has characters that the code page has not
     */
    public Condition condition(String name) {
        Reference reference = Reference.parse(name);
        NamedCondition found = names.condition(reference);
        return ConditionCompiler.compile(found.condition(), compiler.reader(names.occurrence(found.item(), reference)));
    }
}
