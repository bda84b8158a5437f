package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Layout;
import io.banku.record.Names.NamedCondition;
import java.util.List;

/** A layout compiled to readers of its fields. Immutable, shared by threads. */
public final class RecordDecoder {
    private final CodePage codePage;
    private final Names names;

    private RecordDecoder(Layout layout, CodePage codePage) {
        this.codePage = codePage;
        this.names = new Names(layout);
    }

    public static RecordDecoder of(Layout layout, CodePage codePage) {
        return new RecordDecoder(layout, codePage);
    }

    /**
     * The reader of a field: {@code A}, {@code A OF B}, {@code A(2)}; upper and lower case are the same. A group is read
     * as text.
     *
     * @throws IllegalArgumentException when the name is unknown or ambiguous; the message lists what it may have meant
     */
    public FieldReader field(String name) {
        return field(name, codePage);
    }

    /** As {@link #field}, with another code page for this field. */
    public FieldReader field(String name, CodePage codePage) {
        Reference reference = Reference.parse(name);
        return reader(names.item(reference), reference.subscripts(), codePage);
    }

    /**
     * What has to be subscripted where a name is used, outermost first.
     *
     * @throws IllegalArgumentException as of {@link #field}
     */
    public List<DataItem> tables(String name) {
        return names.item(Reference.parse(name)).tables();
    }

    /** The reader of an item of the layout where one of its occurrences lies; {@code name} is what messages call it. */
    public FieldReader field(DataItem item, String name, int offset) {
        return reader(item, name, offset, codePage);
    }

    /**
     * A level-88 condition by its name (qualified where needed, with a subscript where its item occurs).
     *
     * @throws IllegalArgumentException as of {@link #field}, or when a value has characters that the code page has not
     */
    public Condition condition(String name) {
        Reference reference = Reference.parse(name);
        NamedCondition found = names.condition(reference);
        return ConditionCompiler.compile(found.condition(), reader(found.item(), reference.subscripts(), codePage));
    }

    private static ItemReader reader(NamedItem found, List<Integer> subscripts, CodePage codePage) {
        String name = NamedItem.subscripted(found.item().name(), subscripts);
        return reader(found.item(), name, found.offset(subscripts), codePage);
    }

    /** The one place where a usage becomes code. */
    static ItemReader reader(DataItem item, String name, int offset, CodePage codePage) {
        if (!(item instanceof Elementary field) || !field.isNumeric()) {
            return new TextReader(item, name, offset, codePage);
        }
        return switch (field.usage()) {
            case DISPLAY -> new ZonedReader(field, name, offset, codePage);
            case PACKED_DECIMAL -> new PackedReader(field, name, offset, codePage);
            case BINARY, NATIVE_BINARY -> new BinaryReader(field, name, offset, codePage);
            default -> throw new IllegalArgumentException(name + ": " + field.description() + " is not supported yet");
        };
    }
}
