package io.banku.record;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** A record that is one field, for tables of bytes and values. */
final class OneField {
    private static final int BEFORE = 3;

    /** So many that short fields are read by words, too. */
    private static final int BEHIND = 8;

    private OneField() {}

    /** The reader of a field that is declared by {@code clauses}, such as {@code S9(5) COMP-3}. */
    static FieldReader of(String clauses, String encoding) {
        return of(clauses, Dialect.of(CodePage.of(encoding)));
    }

    static FieldReader of(String clauses, Dialect dialect) {
        return RecordDecoder.of(layout(clauses), dialect, Map.of()).field("F");
    }

    static FieldWriter writer(String clauses, Dialect dialect) {
        return RecordEncoder.of(layout(clauses), dialect, Map.of()).field("F");
    }

    static Layout layout(String clauses) {
        String picture = clauses.matches("(COMP-[12]|POINTER|INDEX).*") ? "" : "PIC ";
        return Copybook.parse("F.cpy", "01 R.\n 05 F " + picture + clauses + ".\n");
    }

    /** {@code cp037} said otherwise by words: {@code signs=strict spaces=null}. */
    static Dialect dialect(String words) {
        Dialect dialect = Dialect.of(CodePage.of("cp037"));
        for (String word : words.strip().split("\\s+")) {
            dialect =
                    word.isEmpty() || word.equals("-") ? dialect : dialect.with(word.split("=")[0], word.split("=")[1]);
        }
        return dialect;
    }

    /** What a field is: its exact value as digits, {@code null}, or the code of its refusal. */
    static String valueOrCode(FieldReader field, Frame frame) {
        try {
            return String.valueOf(
                    field.isNumeric()
                            ? field.decimal(frame) == null
                                    ? null
                                    : field.decimal(frame).toPlainString()
                            : field.text(frame));
        } catch (FieldException refused) {
            return refused.code();
        }
    }

    /** A record of these bytes in the middle of an array, as a source would give it. */
    static Frame frame(String hex) {
        return frame(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    static Frame frame(byte[] record) {
        Frame frame = new Frame();
        frame.bytes = new byte[record.length + BEFORE + BEHIND];
        Arrays.fill(frame.bytes, (byte) 0xAA);
        frame.start = BEFORE;
        frame.length = record.length;
        frame.number = 1;
        System.arraycopy(record, 0, frame.bytes, frame.start, record.length);
        return frame;
    }

    static String hex(Frame frame) {
        return Hex.of(frame.bytes, frame.start, frame.start + frame.length);
    }
}
