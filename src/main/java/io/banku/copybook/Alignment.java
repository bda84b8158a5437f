package io.banku.copybook;

import java.util.List;

/**
 * The boundaries that SYNCHRONIZED items begin at, counted from the first byte of their record (Enterprise COBOL for z/OS,
 * Language Reference, "Slack bytes within records"): 2 for binary items of up to 4 digits; 4 for those of more, eight bytes
 * long ones too, for COMP-1 and for addresses; 8 for COMP-2. Behind a table whose length depends on a count, bytes are
 * counted as if it were full.
 */
final class Alignment {
    private static final int HALFWORD = 2;
    private static final int FULLWORD = 4;
    private static final int DOUBLEWORD = 8;

    private Alignment() {}

    /** That of the first elementary item: slack bytes stand before the groups that it begins. */
    static int leading(Entry entry) {
        Entry first = entry;
        while (!first.items.isEmpty()) {
            first = first.items.get(0);
        }
        return of(first);
    }

    /** The largest one of all items in it: each occurrence of a table takes a multiple of it. */
    static int largest(Entry entry) {
        List<Entry> items = entry.items;
        return items.isEmpty()
                ? of(entry)
                : items.stream().mapToInt(Alignment::largest).max().orElse(1);
    }

    /** Bytes from {@code offset} to the next boundary. */
    static int slack(int offset, int boundary) {
        return (boundary - offset % boundary) % boundary;
    }

    private static int of(Entry item) {
        if (item.synchronizedAt == null || item.usage == null) {
            return 1;
        }
        return switch (item.usage) {
            case DISPLAY, PACKED_DECIMAL, DISPLAY_1, NATIONAL, UTF_8 -> 1;
            case BINARY, NATIVE_BINARY -> item.picture == null || item.picture.size() <= 4 ? HALFWORD : FULLWORD;
            case FLOAT_SHORT, INDEX, POINTER, POINTER_32, FUNCTION_POINTER, PROCEDURE_POINTER, OBJECT_REFERENCE ->
                FULLWORD;
            case FLOAT_LONG -> DOUBLEWORD;
        };
    }
}
