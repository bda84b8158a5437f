package io.banku.view;

/**
 * An account's id as three numbers, so that most ids are compared without following a text through memory: up to 24 characters
 * of ASCII, eight in each, zeros behind them. Of any other id they are 0, and the text says which it is.
 */
record PackedId(String text, long first, long second, long third) {
    private static final int MOST = 24;
    private static final int OF_EACH = 8;

    static PackedId of(String id) {
        int length = id.length();
        if (length > MOST || !isPlain(id)) {
            return new PackedId(id, 0, 0, 0);
        }
        return new PackedId(id, part(id, 0, length), part(id, OF_EACH, length), part(id, 2 * OF_EACH, length));
    }

    private static boolean isPlain(String id) {
        boolean plain = !id.isEmpty();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            plain &= c > 0 && c < 0x80;
        }
        return plain;
    }

    private static long part(String id, int from, int length) {
        long part = 0;
        for (int i = Math.min(from + OF_EACH, length) - 1; i >= from; i--) {
            part = part << Byte.SIZE | id.charAt(i);
        }
        return part;
    }

    boolean isPacked() {
        return first != 0;
    }

    /** The same for the same id. */
    int hash() {
        long mixed = isPacked() ? (first * 31 + second) * 31 + third : text.hashCode();
        return (int) (mixed * 0x9E37_79B9_7F4A_7C15L >>> Integer.SIZE);
    }
}
