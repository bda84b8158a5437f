package io.banku.record;

/** Text → bytes, filled up with blanks behind it, or before it where the item is JUSTIFIED. */
record TextWriter(Characters characters, String encoding, boolean justified) {
    /** @throws IllegalArgumentException when it is longer than the field, or has characters that the encoding has not */
    void write(String text, byte[] bytes, int at, int length) {
        byte[] encoded = characters.encode(text);
        if (encoded == null) {
            throw new IllegalArgumentException("expected characters of " + encoding + ", found '" + text + "'");
        }
        if (encoded.length > length) {
            throw new IllegalArgumentException(
                    "expected at most " + length + " bytes of " + encoding + ", found " + encoded.length);
        }
        byte[] blank = characters.blank();
        int rest = length - encoded.length;
        for (int i = 0; i < rest; i++) {
            bytes[at + (justified ? i : encoded.length + i)] = blank[i % blank.length];
        }
        System.arraycopy(encoded, 0, bytes, justified ? at + rest : at, encoded.length);
    }
}
