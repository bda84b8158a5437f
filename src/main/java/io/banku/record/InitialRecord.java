package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Depending;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.record.Assignment.Placing;
import io.banku.record.Dialect.Tables;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record before its values are written: its counts, and what INITIALIZE leaves. Used once, by one thread. */
final class InitialRecord {
    /** Which of several descriptions of the same bytes are initialized. */
    enum Alternatives {
        /** The first one. */
        FIRST,
        /** The first one, and those that have a value. */
        GIVEN
    }

    private final Layout layout;
    private final Dialect dialect;
    private final WriterCompiler writers;
    private final DataItem root;
    private final List<Placing> placings;
    private final Alternatives initialized;
    private final Frame frame = new Frame();
    /** In the order of their tables: where one lies may depend on those before it. */
    private final Map<DataItem, String> counts = new LinkedHashMap<>();

    private int length;

    /** @param placings the values that will be written; those of counts decide how long the record is */
    InitialRecord(
            Layout layout,
            Dialect dialect,
            WriterCompiler writers,
            DataItem root,
            List<Placing> placings,
            Alternatives initialized) {
        this.layout = layout;
        this.dialect = dialect;
        this.writers = writers;
        this.root = root;
        this.placings = placings;
        this.initialized = initialized;
    }

    Frame frame() throws FieldException {
        Map<DataItem, String> given = new HashMap<>();
        placings.stream().filter(each -> each.value() != null).forEach(each -> given.put(each.item(), each.value()));
        placings.stream().filter(each -> each.value() == null).forEach(each -> given.put(each.item(), null));
        frame.bytes = new byte[root.totalLength()];
        frame.length = frame.bytes.length;
        int[] found = new int[layout.tables().size()];
        for (Depending table : layout.tables()) {
            if (holds(root, table.count())) {
                String count = given.getOrDefault(table.count(), Integer.toString(table.least()));
                found[table.index()] = count(table, count);
                if (initialized == Alternatives.FIRST || reaches(root, table.count())) {
                    counts.put(table.count(), count);
                }
            }
        }
        writeCounts();
        length = dialect.tables() == Tables.MAXIMUM
                ? root.totalLength()
                : root.totalSize().at(found);
        frame.length = length;
        initialize(Occurrence.of(root));
        return frame;
    }

    /** As long as its counts make it. */
    byte[] bytes() {
        if (dialect.tables() == Tables.PADDED) {
            Arrays.fill(
                    frame.bytes, length, root.totalLength(), dialect.codePage().blank());
            return frame.bytes;
        }
        return Arrays.copyOf(frame.bytes, length);
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

    /** Counts are there already, and again after each item: it may be another description of their bytes. */
    private void initialize(Occurrence occurrence) throws FieldException {
        DataItem item = occurrence.item();
        FieldWriter writer =
                item instanceof Elementary field && field.usage().isAddress() ? null : writers.writer(occurrence);
        if (isLeftOut(item) || writer == null || !writer.isPresentIn(frame)) {
            return;
        }
        if (item instanceof Group) {
            for (Occurrence part : occurrence.parts()) {
                initialize(part);
            }
        } else if (!counts.containsKey(item)) {
            if (writer.isNumeric()) {
                writer.write(BigDecimal.ZERO, frame);
            } else {
                writer.write("", frame);
            }
            if (initialized == Alternatives.GIVEN) {
                writeCounts();
            }
        }
    }

    /** Is it another description of bytes that are described already? */
    private boolean isLeftOut(DataItem item) {
        return item.redefines() != null
                && (initialized == Alternatives.FIRST
                        || placings.stream().noneMatch(placing -> holds(item, placing.item())));
    }

    /** Whether no group around the item is left out. */
    private boolean reaches(DataItem around, DataItem item) {
        return around.equals(item)
                || around instanceof Group group
                        && group.items().stream().anyMatch(each -> !isLeftOut(each) && reaches(each, item));
    }

    private void writeCounts() throws FieldException {
        for (Map.Entry<DataItem, String> count : counts.entrySet()) {
            writers.writer(Occurrence.of(count.getKey())).write(count.getValue(), frame);
        }
    }

    static boolean holds(DataItem around, DataItem item) {
        return around.equals(item)
                || around instanceof Group group && group.items().stream().anyMatch(each -> holds(each, item));
    }
}
