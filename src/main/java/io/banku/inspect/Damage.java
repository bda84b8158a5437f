package io.banku.inspect;

/**
 * What a transfer has done to the bytes. Immutable.
 *
 * @param told what was found, as a sentence without its full stop
 * @param before the content as it was, or null where it cannot be had back
 */
record Damage(Kind kind, Grade grade, String told, Content before) {
    /** What there is. */
    enum Kind {
        /** A byte for each byte, by a table that can be undone. */
        TEXT_MODE,
        /** The same by a table that makes one byte of several: 7-bit ASCII. */
        LOSSY_TEXT_MODE,
        /** Bytes above X'7F' have become two or three. */
        UTF_8
    }

    static final String ADVICE = "ask for the file again in binary mode: packed and binary numbers are spoiled, and the"
            + " framing that is told of the file as it was does not help to read it as it is";
}
