package io.banku.record;

import io.banku.copybook.Elementary;

/**
 * The bytes of a field are not a legal value. The message says what was expected and found, with the bytes; the field's
 * name, offset and PICTURE are told apart, so that whoever knows the record can say where. Carries no stack trace: bad
 * data is no fault of the program, and a file may be full of it.
 */
public final class FieldException extends Exception {
    private final String code;
    private final transient FieldReader field;
    private final int offset;
    private final String hex;

    public FieldException(String code, FieldReader field, int offset, String hex, String message) {
        super(Shown.of(message), null, false, false);
        this.code = code;
        this.field = field;
        this.offset = offset;
        this.hex = hex;
    }

    /** Stable, {@code BNK-2nnn}. */
    public String code() {
        return code;
    }

    public FieldReader field() {
        return field;
    }

    /** Where the field lies in its record, from 0. */
    public int offset() {
        return offset;
    }

    /** What is wrong in general, without a byte of the field: for fields that are private. */
    public String meaning() {
        return DataFault.meaningOf(code);
    }

    /** All of it: {@code BNK-2006 TX-AMOUNT at record 42, byte 0x25, PIC S9(5) COMP-3: expected …, found … [12 34 50]}. */
    public String located(long recordNumber) {
        String picture = field.item() instanceof Elementary item ? ", " + item.description() : "";
        return String.format(
                "%s %s at record %d, byte 0x%X%s: %s [%s]",
                code, field.name(), recordNumber, offset, picture, getMessage(), hex);
    }

    /** The field's bytes, {@code 12 34 50}; as many as the record has. */
    public String hex() {
        return hex;
    }
}
