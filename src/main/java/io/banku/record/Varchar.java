package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Usage;
import java.math.BigDecimal;

/**
 * A VARCHAR of Db2 as a program declares it: a group of two items of level 49, a binary length and a text (Db2 for z/OS,
 * Application Programming: COBOL host variables). {@code 00 03 C1 C2 C3 .. ..} is {@code ABC}; a length of double-byte text
 * counts characters.
 */
final class Varchar extends TextReader {
    private static final int LEVEL = 49;

    private final NumericReader count;
    private final int at;
    private final int most;
    private final int width;

    private Varchar(Group group, Place place, Dialect dialect, NumericReader count, Characters characters) {
        super(group, place, dialect, characters);
        Elementary text = (Elementary) group.items().get(1);
        this.count = count;
        this.at = text.offset() - group.offset();
        this.width = width(text);
        this.most = text.length() / width;
    }

    static boolean isOne(DataItem item, Dialect dialect) {
        return dialect.ends().varchar() == Ends.Varchar.TEXT
                && item instanceof Group group
                && group.items().size() == 2
                && isCount(group.items().get(0))
                && isText(group.items().get(1));
    }

    private static boolean isCount(DataItem item) {
        return isPart(item)
                && item instanceof Elementary count
                && (count.usage() == Usage.BINARY || count.usage() == Usage.NATIVE_BINARY)
                && count.picture().scale() == 0;
    }

    private static boolean isText(DataItem item) {
        return isPart(item) && item instanceof Elementary text && !text.isNumeric();
    }

    private static boolean isPart(DataItem item) {
        return item.declaration().level() == LEVEL && !item.isTable() && item.redefines() == null;
    }

    private static int width(Elementary text) {
        return text.usage() == Usage.NATIONAL || text.usage() == Usage.DISPLAY_1 ? 2 : 1;
    }

    /** Of a group that {@link #isOne}. */
    static Varchar of(Occurrence occurrence, Place place, Dialect dialect, ReaderCompiler readers) {
        Group group = (Group) occurrence.item();
        NumericReader count = (NumericReader) readers.reader(occurrence.parts().get(0), dialect.with(Fillers.REJECTED));
        Elementary text = (Elementary) group.items().get(1);
        return new Varchar(group, place, dialect, count, ReaderCompiler.characters(text, place, dialect));
    }

    @Override
    public String text(Frame frame) throws FieldException {
        long characters = count.unscaled(frame);
        if (characters < 0 || characters > most) {
            throw fault(
                    DataFault.BAD_VARCHAR,
                    frame,
                    "expected a length from 0 to " + most + " in " + count.name() + ", found " + characters);
        }
        int bytes = (int) characters * width;
        int from = offset(frame) + at;
        if (from + bytes > frame.length) {
            throw fault(
                    DataFault.SHORT_RECORD,
                    frame,
                    "expected " + bytes + " bytes by " + count.name() + " from byte " + from + " of the record, found "
                            + Math.max(0, frame.length - from) + ", as the record has " + frame.length);
        }
        return decoded(frame, frame.start + from, bytes);
    }

    /** Writes text and length; what is left of the item is filled up with blanks. */
    void write(String text, TextWriter writer, NumberWriter length, byte[] bytes, int position, int size) {
        writer.write(text, bytes, position + at, size - at);
        int written = writer.characters().encode(text).length / width;
        length.write(BigDecimal.valueOf(written), bytes, position);
    }
}
