package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Layout;
import io.banku.record.Assignment.Placing;
import io.banku.record.Dialect.Tables;
import io.banku.record.InitialRecord.Alternatives;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Values → the bytes of a record: the inverse of {@link RecordDecoder}. What is given no value is as INITIALIZE leaves it:
 * numbers zero, text blank; slack bytes, and occurrences that a count does not count, are X'00'. Immutable, shared by threads.
 */
public final class RecordEncoder {
    private static final BiConsumer<Assignment, String> STRICT = (unfit, told) -> {
        throw new IllegalArgumentException(told);
    };

    private final Layout layout;
    private final Dialect dialect;
    private final Names names;
    private final WriterCompiler writers;

    private RecordEncoder(Layout layout, Dialect dialect, WriterCompiler writers) {
        this.layout = layout;
        this.dialect = dialect;
        this.names = new Names(layout);
        this.writers = writers;
    }

    /** @param own of the items whose values are written in another way than the rest */
    public static RecordEncoder of(Layout layout, Dialect dialect, Map<DataItem, Dialect> own) {
        return new RecordEncoder(layout, dialect, new WriterCompiler(new ReaderCompiler(layout, dialect, own)));
    }

    /**
     * The writer of a field, by its name as of {@link RecordDecoder#field}.
     *
     * @throws IllegalArgumentException as of there
     */
    public FieldWriter field(String name) {
        return writers.writer(names.item(Reference.parse(name)));
    }

    /**
     * A record of the given values by the names of their fields; the first one decides which root it is. Counts of tables come
     * first, and are the least that there may be where they are not given. Of several descriptions of the same bytes the first
     * one is initialized.
     *
     * @throws IllegalArgumentException when a name is unknown, or a value does not fit its field
     */
    public byte[] record(Map<String, String> values) {
        List<Assignment> assignments = values.entrySet().stream()
                .map(each -> Assignment.value(each.getKey(), each.getValue()))
                .toList();
        List<Placing> placings = placings(assignments);
        DataItem root = placings.isEmpty()
                ? layout.roots().get(0)
                : roots(placings.get(0)).findFirst().orElse(layout.roots().get(0));
        return record(root, placings, Alternatives.FIRST, STRICT);
    }

    /**
     * As {@link #record(Map)}; names may be of level 88, too, the record is of the root that has most of them, and of several
     * descriptions of the same bytes those are initialized, too, that have a value.
     *
     * @throws IllegalArgumentException as of there
     */
    public byte[] record(List<Assignment> assignments) {
        return record(assignments, STRICT);
    }

    /**
     * As {@link #record(List)}; what does not fit its field is told, and left out.
     *
     * @throws IllegalArgumentException when a name is unknown, or a count cannot be
     */
    public byte[] record(List<Assignment> assignments, BiConsumer<Assignment, String> unfit) {
        List<Placing> placings = placings(assignments);
        DataItem root = layout.roots().stream()
                .max(Comparator.comparingLong(each -> of(each, placings)))
                .orElseThrow();
        return record(root, placings, Alternatives.GIVEN, unfit);
    }

    private byte[] record(
            DataItem root, List<Placing> placings, Alternatives initialized, BiConsumer<Assignment, String> unfit) {
        InitialRecord record = new InitialRecord(layout, dialect, writers, root, placings, initialized);
        try {
            Frame frame = record.frame();
            for (Placing placing : placings) {
                write(placing, frame, unfit);
            }
            return record.bytes();
        } catch (FieldException notThere) {
            throw new IllegalArgumentException(notThere.field().name() + ": " + notThere.getMessage(), notThere);
        }
    }

    private static void write(Placing placing, Frame frame, BiConsumer<Assignment, String> unfit)
            throws FieldException {
        try {
            placing.write().into(frame);
        } catch (IllegalArgumentException refused) {
            unfit.accept(placing.of(), refused.getMessage());
        }
    }

    /** @throws IllegalArgumentException when it is the name of no field and no level 88, or of several */
    public void require(String name) {
        Reference reference = Reference.parse(name);
        if (names.isCondition(reference)) {
            names.occurrence(names.condition(reference).item(), reference);
        } else {
            names.item(reference);
        }
    }

    private static long of(DataItem root, List<Placing> placings) {
        return placings.stream()
                .filter(placing -> InitialRecord.holds(root, placing.item()))
                .count();
    }

    private List<Placing> placings(List<Assignment> assignments) {
        return assignments.stream().map(each -> each.placing(names, writers)).toList();
    }

    private Stream<DataItem> roots(Placing placing) {
        return layout.roots().stream().filter(root -> InitialRecord.holds(root, placing.item()));
    }

    /** How a field is named so that it is the only one: with all the groups that it stands in. */
    public String reference(FieldReader field) {
        return names.unique(field);
    }

    /**
     * A copy of a record with other values in some fields; all the other bytes stay.
     *
     * @throws IllegalArgumentException when a name is unknown, a value does not fit its field, or the record has no such field
     */
    public byte[] changed(Frame record, Map<String, String> values) {
        Frame copy = new Frame();
        copy.bytes = Arrays.copyOfRange(record.bytes, record.start, record.start + record.length);
        copy.length = record.length;
        for (Map.Entry<String, String> each : values.entrySet()) {
            DataItem item = item(each.getKey());
            if (dialect.tables() != Tables.MAXIMUM
                    && layout.tables().stream().anyMatch(table -> table.count().equals(item))) {
                throw new IllegalArgumentException("expected no change of " + item.name()
                        + ", which counts a table: other fields would lie elsewhere");
            }
            try {
                field(each.getKey()).write(each.getValue(), copy);
            } catch (FieldException notThere) {
                throw new IllegalArgumentException(each.getKey() + ": " + notThere.getMessage(), notThere);
            }
        }
        return copy.bytes;
    }

    private DataItem item(String name) {
        return names.item(Reference.parse(name)).item();
    }
}
