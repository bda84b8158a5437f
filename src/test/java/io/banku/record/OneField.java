package io.banku.record;

import io.banku.copybook.Copybook;
import java.util.HexFormat;

/** A record that is one field, for tables of bytes and values. */
final class OneField {
    private OneField() {}

    /** The reader of a field that is declared by {@code clauses}, such as {@code S9(5) COMP-3}. */
    static FieldReader of(String clauses, String encoding) {
        String copybook = "01 R.\n 05 F PIC " + clauses + ".\n";
        return RecordDecoder.of(Copybook.parse("F.cpy", copybook), CodePage.of(encoding))
                .field("F");
    }

    /** A record of these bytes in the middle of an array, as a source would give it. */
    static Frame frame(String hex) {
        byte[] record = HexFormat.of().parseHex(hex.replace(" ", ""));
        Frame frame = new Frame();
        frame.bytes = new byte[record.length + 6];
        frame.start = 3;
        frame.length = record.length;
        frame.number = 1;
        System.arraycopy(record, 0, frame.bytes, frame.start, record.length);
        return frame;
    }
}
