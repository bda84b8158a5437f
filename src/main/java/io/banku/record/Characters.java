package io.banku.record;

/** How the bytes of a text become characters, and back. Immutable, shared by threads. */
abstract sealed class Characters permits SingleBytes, ShiftedBytes, DoubleBytes, Utf8Bytes, Utf16Bytes {
    static final char UNDEFINED = '\uFFFD';

    /** What fills up a text that is shorter than its field. */
    abstract byte[] blank();

    /** The character of a byte that stands alone, or {@link #UNDEFINED}. */
    char character(byte b) {
        return UNDEFINED;
    }

    /**
     * @param into at least as long as the bytes
     * @return how many characters there are; or, when a byte belongs to none, {@code ~index} of it, counted from {@code from}
     */
    abstract int decode(byte[] bytes, int from, int to, char[] into);

    /** What had to stand at an index that {@link #decode} complained of. */
    abstract String expected(CodePage page, int index, int length);

    /** @return null when the text has a character that has no bytes here */
    abstract byte[] encode(String text);
}
