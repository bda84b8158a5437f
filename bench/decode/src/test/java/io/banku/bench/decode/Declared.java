package io.banku.bench.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * A number as a copybook declares it.
 *
 * @param scale decimals; negative for zeros before the point that are not stored, and may exceed the digits
 */
record Declared(Form form, int digits, int scale, boolean signed) {

    /** {@code S9(11)V9(2) COMP-3}. */
    String clauses() {
        if (form.isFloat()) {
            return form.words();
        }
        String sign = signed ? "S" : "";
        String picture = scale < 0
                ? "9(" + digits + ")P(" + -scale + ")"
                : scale == 0
                        ? "9(" + digits + ")"
                        : scale > digits
                                ? "VP(" + (scale - digits) + ")9(" + digits + ")"
                                : (digits > scale ? "9(" + (digits - scale) + ")" : "") + "V9(" + scale + ")";
        return ("PIC " + sign + picture + " " + form.words()).strip();
    }

    String copybook() {
        return "       01  R.\n           05  F  " + clauses() + ".\n";
    }

    /** In bytes. */
    int length() {
        return switch (form) {
            case PACKED -> digits / 2 + 1;
            case ZONED, ZONED_LEADING -> digits;
            case SEPARATE, SEPARATE_LEADING -> digits + 1;
            case BINARY, NATIVE_BINARY -> digits < 5 ? 2 : digits < 10 ? 4 : 8;
            case IBM_SHORT -> 4;
            case IBM_LONG -> 8;
        };
    }

    /** Of every form: all numbers of digits, whole and with decimals, with a sign and without, and some that are scaled. */
    static List<Declared> all() {
        List<Declared> all = new ArrayList<>();
        for (Form form : Form.values()) {
            int most = form == Form.BINARY || form == Form.NATIVE_BINARY ? 18 : 31;
            for (int digits = 1; !form.isFloat() && digits <= most; digits++) {
                boolean mayBeUnsigned =
                        form != Form.ZONED_LEADING && !form.name().startsWith("SEPARATE");
                for (boolean signed : mayBeUnsigned ? new boolean[] {true, false} : new boolean[] {true}) {
                    all.add(new Declared(form, digits, 0, signed));
                    all.add(new Declared(form, digits, Math.min(2, digits), signed));
                }
            }
        }
        for (Form form : List.of(Form.PACKED, Form.ZONED, Form.BINARY)) {
            all.add(new Declared(form, 5, -2, true));
            all.add(new Declared(form, 4, 6, true));
        }
        all.add(new Declared(Form.IBM_SHORT, 0, 0, true));
        all.add(new Declared(Form.IBM_LONG, 0, 0, true));
        return all;
    }
}
