package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Depending;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.record.Dialect.Tables;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values → the bytes of a record: the inverse of {@link RecordDecoder}. What is given no value is as INITIALIZE leaves it:
 * numbers zero, text blank; slack bytes, and occurrences that a count does not count, are X'00'. Immutable, shared by threads.
 */
public final class RecordEncoder {
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
     * first, and are the least that there may be where they are not given.
     *
     * @throws IllegalArgumentException when a name is unknown, or a value does not fit its field
     */
    public byte[] record(Map<String, String> values) {
        Map<DataItem, String> counts = new HashMap<>();
        values.forEach((name, value) -> counts.put(item(name), value));
        DataItem root = values.keySet().stream()
                .findFirst()
                .map(this::root)
                .orElse(layout.roots().get(0));
        Frame frame = new Frame();
        frame.bytes = new byte[root.totalLength()];
        frame.length = frame.bytes.length;
        int[] found = new int[layout.tables().size()];
        try {
            for (Depending table : layout.tables()) {
                if (holds(root, table.count())) {
                    String count = counts.getOrDefault(table.count(), Integer.toString(table.least()));
                    found[table.index()] = count(table, count);
                    writers.writer(Occurrence.of(table.count())).write(count, frame);
                }
            }
            int length = length(root, found);
            frame.length = length;
            initialize(Occurrence.of(root), frame);
            for (Map.Entry<String, String> each : values.entrySet()) {
                field(each.getKey()).write(each.getValue(), frame);
            }
            return padded(frame, root, length);
        } catch (FieldException notThere) {
            throw new IllegalArgumentException(notThere.field().name() + ": " + notThere.getMessage(), notThere);
        }
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

    /** What is written behind the table depends on it, so that a wrong one is told before anything is written. */
    private static int count(Depending table, String text) {
        boolean isCount = text != null && text.strip().matches("\\d{1,9}");
        if (!isCount || !table.allows(Long.parseLong(text.strip()))) {
            throw new IllegalArgumentException(table.count().name() + ": expected a count from " + table.least()
                    + " to " + table.most() + ", found " + (text == null ? "null" : "'" + text + "'"));
        }
        return Integer.parseInt(text.strip());
    }

    private int length(DataItem root, int[] counts) {
        return dialect.tables() == Tables.MAXIMUM
                ? root.totalLength()
                : root.totalSize().at(counts);
    }

    private byte[] padded(Frame frame, DataItem root, int length) {
        if (dialect.tables() == Tables.PADDED) {
            Arrays.fill(
                    frame.bytes, length, root.totalLength(), dialect.codePage().blank());
            return frame.bytes;
        }
        return Arrays.copyOf(frame.bytes, length);
    }

    /** Of several descriptions of the same bytes the first one; counts are there already. */
    private void initialize(Occurrence occurrence, Frame frame) throws FieldException {
        DataItem item = occurrence.item();
        FieldWriter writer =
                item instanceof Elementary field && field.usage().isAddress() ? null : writers.writer(occurrence);
        if (item.redefines() != null || writer == null || !writer.isPresentIn(frame)) {
            return;
        }
        if (item instanceof Group) {
            for (Occurrence part : occurrence.parts()) {
                initialize(part, frame);
            }
        } else if (layout.tables().stream().noneMatch(table -> table.count().equals(item))) {
            if (writer.isNumeric()) {
                writer.write(BigDecimal.ZERO, frame);
            } else {
                writer.write("", frame);
            }
        }
    }

    private DataItem item(String name) {
        return names.item(Reference.parse(name)).item();
    }

    private DataItem root(String name) {
        List<DataItem> roots = layout.roots();
        DataItem wanted = item(name);
        Optional<DataItem> found =
                roots.stream().filter(root -> holds(root, wanted)).findFirst();
        return found.orElse(roots.get(0));
    }

    private static boolean holds(DataItem around, DataItem item) {
        return around.equals(item)
                || around instanceof Group group && group.items().stream().anyMatch(each -> holds(each, item));
    }
}
