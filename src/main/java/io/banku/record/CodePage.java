package io.banku.record;

/**
 * A character set by tables of its own. Control characters are kept as what they are: X'00' is U+0000. In every EBCDIC
 * page X'15' is U+0085 (next line) and X'25' is U+000A (line feed), so that a text has one form in bytes only; the JDK's
 * own charsets make both of them a line feed. Immutable.
 */
public final class CodePage {
    private final String name;
    private final boolean ebcdic;
    private final Characters characters;

    CodePage(String name, boolean ebcdic, Characters characters) {
        this.name = name;
        this.ebcdic = ebcdic;
        this.characters = characters;
    }

    /**
     * The page {@code cp037}, also called {@code IBM037}, {@code IBM-037} or {@code 037}; {@code us-ascii} also {@code
     * ascii}, {@code iso-8859-1} also {@code latin1}. Upper and lower case are the same. Pages such as {@code cp939} have
     * double-byte characters between SO and SI.
     *
     * @throws IllegalArgumentException when there is no such code page; the message lists those that there are
     */
    public static CodePage of(String name) {
        return CodePages.of(name);
    }

    public String name() {
        return name;
    }

    public boolean isEbcdic() {
        return ebcdic;
    }

    /** The byte of a blank: X'40' or X'20'. */
    public byte blank() {
        return (byte) (ebcdic ? 0x40 : 0x20);
    }

    /** The character of a byte that stands alone, or U+FFFD where the page has none. */
    public char character(byte b) {
        return characters.character(b);
    }

    /** @throws IllegalArgumentException when the page has not all of these characters */
    public byte[] encode(String text) {
        byte[] encoded = characters.encode(text);
        if (encoded == null) {
            throw new IllegalArgumentException("expected characters of " + name + ", found "
                    + text.codePoints()
                            .mapToObj(Character::toString)
                            .filter(each -> characters.encode(each) == null)
                            .map(each -> "'" + each + "'")
                            .findFirst()
                            .orElse("half of one")
                    + " in '" + text + "'");
        }
        return encoded;
    }

    /** What a text of single bytes, or of mixed ones, consists of. */
    Characters characters() {
        return characters;
    }

    /** Its double-byte characters, for PIC G; null where it has none. */
    DoubleBytes twofold() {
        return characters instanceof ShiftedBytes shifted ? shifted.twofold() : null;
    }

    @Override
    public String toString() {
        return name;
    }
}
